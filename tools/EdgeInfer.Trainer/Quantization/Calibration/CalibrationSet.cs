using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Trainer.Comparing;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Quantization.Calibration;

/// <summary>The windows that ranges are taken from: at most 512, evenly spaced over all training recordings.</summary>
internal static class CalibrationSet
{
    public const int Windows = 512;

    /// <exception cref="InvalidInputException">They are all of one class, so that ranges of the others are unknown.</exception>
    public static float[][] Of(TaskData data, IPreprocessor preprocessor)
    {
        var chosen = PreprocessedWindows.Spread(data.Train.Values.Length, Windows);
        RequireClasses(data.Name, [.. chosen.Select(i => data.Train.Labels[i])]);
        return [.. chosen.Select(i => PreprocessedWindows.Of(data.Train.Values[i], preprocessor))];
    }

    /// <param name="place">Where the windows come from.</param>
    /// <param name="labels">Label of every window.</param>
    public static void RequireClasses(string place, IReadOnlyList<int> labels)
    {
        if (labels.Distinct().Count() == 1)
            throw new InvalidInputException(place, $"all {labels.Count} calibration windows are of one class ({labels[0]}); ranges of the others would be unknown");
    }
}
