using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Models;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Models.Bundles;
using static System.FormattableString;

namespace EdgeInfer.Models.Golden;

/// <summary>Runs golden cases from raw window to output: the proof of parity on the machine at hand.</summary>
public static class GoldenCheck
{
    /// <exception cref="InvalidInputException">Model, preprocessing and golden cases differ in their lengths.</exception>
    public static GoldenResult Run(IModel model, IPreprocessor preprocessor, GoldenSet golden)
    {
        if (preprocessor.OutputLength != model.InputLength)
            throw new InvalidInputException(BundleFiles.Manifest, Invariant($"the preprocessing gives {preprocessor.OutputLength} values but the model takes {model.InputLength}"));
        var input = new float[model.InputLength];
        var output = new float[model.OutputLength];
        var (mismatches, largest) = (0, 0.0);
        foreach (var expected in golden.Cases)
        {
            if (expected.Output.Length != output.Length)
                throw new InvalidInputException(BundleFiles.Golden, Invariant($"cases have {expected.Output.Length} outputs but the model gives {output.Length}"));
            preprocessor.Apply(expected.Window, input);
            model.Predict(input, output);
            mismatches += IndexOfLargest(output) == IndexOfLargest(expected.Output) ? 0 : 1;
            for (var i = 0; i < output.Length; i++)
            {
                var difference = Math.Abs((double)output[i] - expected.Output[i]);
                largest = Math.Max(largest, double.IsNaN(difference) ? double.PositiveInfinity : difference);
            }
        }

        return new(golden.Cases.Count, mismatches, largest, golden.Tolerance);
    }

    private static int IndexOfLargest(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                best = i;
        }

        return best;
    }
}
