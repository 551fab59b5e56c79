namespace EdgeInfer.Measurement.Latency.Tails;

/// <summary>A percentile with the interval in which that of another run of as many windows lies, with 95 % confidence.</summary>
/// <param name="Value">By nearest rank, us.</param>
/// <param name="Low">
/// One of the latencies that were seen, or from a histogram the lower edge of its bin, us; 0 where none of them is low enough.
/// </param>
/// <param name="High">
/// As <paramref name="Low"/>, of a histogram the upper edge, us; null where slow windows came together so much that nothing that
/// was seen bounds another run.
/// </param>
public sealed record PercentileInterval(double Value, double Low, double? High);
