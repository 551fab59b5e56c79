namespace EdgeInfer.Comparison.Reports;

/// <summary>Latency from the due time of a window's last sample to the answer, features included, us.</summary>
/// <param name="P50">Median by nearest rank.</param>
/// <param name="P99">Null where <paramref name="Samples"/> are too few for a 99th percentile.</param>
/// <param name="Samples">Number of windows.</param>
/// <param name="Note">Says 'n too small' where P99 is null; null otherwise.</param>
/// <param name="Quantiles">101 values: the smallest, then the 1st to the 100th percentile.</param>
public sealed record LatencyFigures(
    double P50, double? P99, long Samples, string? Note, IReadOnlyList<double> Quantiles);
