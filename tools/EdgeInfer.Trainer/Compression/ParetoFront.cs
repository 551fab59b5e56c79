namespace EdgeInfer.Trainer.Compression;

/// <summary>Marks what nothing else that was tried beats.</summary>
internal static class ParetoFront
{
    public static IReadOnlyList<CompressionRow> Mark(IReadOnlyList<CompressionRow> tried) =>
        [.. tried.Select(one => one with { ParetoOptimal = !tried.Any(other => Dominates(other, one)) })];

    private static bool Dominates(CompressionRow other, CompressionRow one)
    {
        var (accuracy, otherAccuracy) = (one.Figure?.Value ?? 0, other.Figure?.Value ?? 0);
        var noWorse = otherAccuracy >= accuracy && other.ModelBytes <= one.ModelBytes && other.Latency.Median <= one.Latency.Median;
        var better = otherAccuracy > accuracy || other.ModelBytes < one.ModelBytes || other.Latency.Median < one.Latency.Median;
        return noWorse && better;
    }
}
