using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Quantization.Calibration;

/// <summary>The windows that ranges are taken from: at most 512, evenly spaced over all training recordings.</summary>
internal static class CalibrationSet
{
    public const int Windows = 512;

    /// <exception cref="InvalidInputException">
    /// They are all of one class, so that ranges of the others are unknown, or as <see cref="RequireVaried"/>.
    /// </exception>
    public static float[][] Choose(TaskData data, IPreprocessor preprocessor)
    {
        var chosen = PreprocessedWindows.Spread(data.Train.Values.Length, Windows);
        RequireClasses(data.Name, [.. chosen.Select(i => data.Train.Labels[i])]);
        float[][] inputs = [.. chosen.Select(i => PreprocessedWindows.Of(data.Train.Values[i], preprocessor))];
        RequireVaried(data.Set.Directory, inputs);
        return inputs;
    }

    /// <param name="place">Where they come from.</param>
    /// <param name="inputs">As the network takes them.</param>
    /// <exception cref="InvalidInputException">
    /// No two are different, each holds one value only, or one a value that is not finite.
    /// </exception>
    public static void RequireVaried(string place, IReadOnlyList<float[]> inputs)
    {
        if (inputs.Count == 0)
            throw new InvalidInputException(place, "no calibration input");
        for (var i = 0; i < inputs.Count; i++)
        {
            if (Array.FindIndex(inputs[i], value => !float.IsFinite(value)) is >= 0 and var at)
                throw new InvalidInputException(place, $"calibration input {i} holds {inputs[i][at]} at index {at}");
        }

        if (inputs.All(input => input.Length > 1 && !input.AsSpan().ContainsAnyExcept(input[0])))
            throw new InvalidInputException(
                place, $"each of {inputs.Count} calibration inputs holds one value only, over all of its length");
        if (inputs.All(input => input.AsSpan().SequenceEqual(inputs[0])))
            throw new InvalidInputException(place, inputs.Count == 1
                ? "1 calibration input; ranges of what others make of it would be unknown"
                : $"all {inputs.Count} calibration inputs are equal; ranges of what others make of them would be unknown");
    }

    /// <param name="place">Where the windows come from.</param>
    /// <param name="labels">Label of every window.</param>
    public static void RequireClasses(string place, IReadOnlyList<int> labels)
    {
        if (labels.Distinct().Count() == 1)
            throw new InvalidInputException(
                place, $"all {labels.Count} calibration windows are of one class ({labels[0]}); ranges of the others would be unknown");
    }
}
