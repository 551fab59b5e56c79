namespace EdgeInfer.Trainer.Compression;

/// <summary>Marks what nothing else that was tried beats.</summary>
internal static class ParetoFront
{
    public static IReadOnlyList<TriedNetwork> Mark(IReadOnlyList<TriedNetwork> tried) =>
        [.. tried.Select(one => one with { ParetoOptimal = !tried.Any(other => Dominates(other, one)) })];

    private static bool Dominates(TriedNetwork other, TriedNetwork one)
    {
        var (accuracy, otherAccuracy) = (FigureOf(one), FigureOf(other));
        var noWorse = otherAccuracy >= accuracy && other.ModelBytes <= one.ModelBytes && other.Latency.Median <= one.Latency.Median;
        var better = otherAccuracy > accuracy || other.ModelBytes < one.ModelBytes || other.Latency.Median < one.Latency.Median;
        return noWorse && better;
    }

    private static double FigureOf(TriedNetwork one) => (one.Accuracy ?? one.RocAuc)?.Value ?? 0;
}
