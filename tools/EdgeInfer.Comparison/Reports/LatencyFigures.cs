namespace EdgeInfer.Comparison.Reports;

/// <summary>Latency from the due time of a window's last sample to the answer, decoding and features included, us.</summary>
/// <param name="P50">Median by nearest rank.</param>
/// <param name="P99">Null where <paramref name="Samples"/> are too few for a 99th percentile.</param>
/// <param name="P99Low">Lower end of the interval in which another run's P99 lies, with 95 % confidence; null as P99 is.</param>
/// <param name="P99High">Upper end of that interval; null also where slow windows came together so much that nothing bounds it.</param>
/// <param name="Samples">Number of windows.</param>
/// <param name="Independent">How many independent windows tell as much about P99: slow ones that come together tell little.</param>
/// <param name="Load">
/// 'open loop' where windows are due on a schedule; 'closed loop' where each is due once the one before is answered.
/// </param>
/// <param name="Note">Says 'n too small' where P99 is null, and why where only its upper end is; null otherwise.</param>
/// <param name="Quantiles">101 values: the smallest, then the 1st to the 100th percentile.</param>
public sealed record LatencyFigures(
    double P50,
    double? P99,
    double? P99Low,
    double? P99High,
    long Samples,
    long Independent,
    string Load,
    string? Note,
    IReadOnlyList<double> Quantiles);
