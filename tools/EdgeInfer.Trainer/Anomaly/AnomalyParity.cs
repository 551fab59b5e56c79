using EdgeInfer.Core.Errors;
using EdgeInfer.Models.Manifests;
using EdgeInfer.Onnx;

namespace EdgeInfer.Trainer.Anomaly;

/// <summary>Compares an exported detector with the library that trained it.</summary>
internal static class AnomalyParity
{
    /// <summary>ML.NET gets a distance as a difference of squares, in float: five digits are left of it.</summary>
    private const double LargestDifference = 1e-3;

    /// <exception cref="InvalidInputException">A score differs by more than a thousandth of itself, or of 1 where it is smaller.</exception>
    public static ManifestParity Prove(string bundle, AnomalyDetector detector, OnnxModel model, IReadOnlyList<float[]> rows, double threshold)
    {
        var (mismatches, largest) = (0L, 0.0);
        var found = new float[1];
        foreach (var (row, expected) in rows.Zip(detector.Scores(rows)))
        {
            model.Predict(row, found);
            largest = Math.Max(largest, Math.Abs((double)found[0] - expected) / Math.Max(1, expected));
            mismatches += found[0] >= threshold == expected >= threshold ? 0 : 1;
        }

        return largest <= LargestDifference
            ? new ManifestParity(rows.Count, mismatches, largest, $"score relative to itself where above 1, {detector.Source} to ONNX")
            : throw new InvalidInputException(bundle, FormattableString.Invariant(
                $"scores differ from those of {detector.Source} by {largest:G3} of themselves, more than {LargestDifference}; nothing was exported"));
    }
}
