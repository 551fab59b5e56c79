using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx.Simplification;
using EdgeInfer.Trainer.Onnx.Tapping;

namespace EdgeInfer.Trainer.Quantization.Calibration;

/// <summary>Ranges of activations, taken by running the network on calibration inputs; memory does not grow with their number.</summary>
internal static class CalibratedRanges
{
    private const double LeftOut = 0.0001;

    /// <param name="network">In fp32.</param>
    /// <param name="tensors">Whose ranges are asked for.</param>
    /// <param name="inputs">Two or more, each as long as the network's input.</param>
    /// <param name="method">How ranges are taken.</param>
    /// <exception cref="InvalidInputException">
    /// No two different inputs, one of another length or with a value that is not finite; a tensor that is constant over all of them.
    /// </exception>
    public static IReadOnlyDictionary<string, ValueRange> Calibrate(
        SimplifiedGraph network, IReadOnlyList<string> tensors, IReadOnlyList<float[]> inputs, CalibrationMethod method)
    {
        Require(network, inputs);
        using var tapped = new TensorTap(network.Model, network.Source, tensors);
        var ranges = tensors.ToDictionary(name => name, _ => ValueRange.Empty);
        tapped.Run(inputs, (name, values) => ranges[name] = ranges[name].Including(values));
        RequireValues(network, ranges, inputs.Count);
        return method == CalibrationMethod.MinMax ? ranges : Percentiles(tapped, ranges, inputs);
    }

    private static Dictionary<string, ValueRange> Percentiles(
        TensorTap tapped, Dictionary<string, ValueRange> ranges, IReadOnlyList<float[]> inputs)
    {
        var histograms = ranges.ToDictionary(range => range.Key, range => new ValueHistogram(range.Value));
        tapped.Run(inputs, (name, values) => histograms[name].Add(values));
        return histograms.ToDictionary(histogram => histogram.Key, histogram => histogram.Value.Without(LeftOut));
    }

    private static void Require(SimplifiedGraph network, IReadOnlyList<float[]> inputs)
    {
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Length != network.Source.InputLength)
                throw new InvalidInputException(
                    network.Name, $"calibration input {i} has {inputs[i].Length} values, the network takes {network.Source.InputLength}");
        }

        CalibrationSet.RequireVaried(network.Name, inputs);
    }

    private static void RequireValues(SimplifiedGraph network, Dictionary<string, ValueRange> ranges, int inputs)
    {
        foreach (var (name, range) in ranges)
        {
            if (!float.IsFinite(range.Low) || !float.IsFinite(range.High))
                throw new InvalidInputException(
                    network.Name,
                    $"tensor '{name}' reaches {range.Low} to {range.High} over {inputs} calibration inputs; "
                    + "quantisation needs finite values");
            if (range.Low == range.High)
                throw new InvalidInputException(
                    network.Name, $"tensor '{name}' is constant ({range.Low}) over all {inputs} calibration inputs");
        }
    }
}
