using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;

namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>Compares the scores of an exported detector with those it stands for.</summary>
internal static class AnomalyParity
{
    /// <summary>ML.NET gets a distance as a difference of squares, in float: five digits are left of it.</summary>
    private const double LargestDifference = 1e-3;

    /// <summary>fp32 against the library that trained it.</summary>
    /// <exception cref="InvalidInputException">
    /// A score differs by more than a thousandth of itself, or of 1 where it is smaller.
    /// </exception>
    public static ManifestParity Prove(
        string bundle, AnomalyDetector detector, OnnxModel model, IReadOnlyList<float[]> rows, double threshold)
    {
        var parity = Compare(rows, detector.Scores(rows), threshold, model, threshold, $"{detector.Source} to ONNX");
        return parity.MaxAbsDiff <= LargestDifference
            ? parity
            : throw new InvalidInputException(
                bundle,
                FormattableString.Invariant($"scores differ from those of {detector.Source} by {parity.MaxAbsDiff:G3} of themselves, ")
                + FormattableString.Invariant($"more than {LargestDifference}; nothing was exported"));
    }

    /// <summary>int8 against its own fp32: what quantisation and its threshold changed, for the record.</summary>
    public static ManifestParity Compare(
        IReadOnlyList<float[]> rows, OnnxModel fp32, double threshold, OnnxModel int8, double int8Threshold) =>
        Compare(rows, [.. rows.Select(row => ScoreOf(fp32, row))], threshold, int8, int8Threshold, "ONNX fp32 to int8");

    private static ManifestParity Compare(
        IReadOnlyList<float[]> rows, float[] wanted, double wantedThreshold, OnnxModel model, double threshold, string between)
    {
        var (mismatches, largest) = (0L, 0.0);
        foreach (var (row, expected) in rows.Zip(wanted))
        {
            var found = ScoreOf(model, row);
            largest = Math.Max(largest, Math.Abs((double)found - expected) / Math.Max(1, expected));
            mismatches += found >= threshold == expected >= wantedThreshold ? 0 : 1;
        }

        return new ManifestParity(rows.Count, mismatches, largest, $"score relative to itself where above 1, {between}");
    }

    private static float ScoreOf(OnnxModel model, float[] row)
    {
        var score = new float[1];
        model.Predict(row, score);
        return score[0];
    }
}
