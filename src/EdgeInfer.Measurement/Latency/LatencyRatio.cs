namespace EdgeInfer.Measurement.Latency;

/// <summary>CPU time of a model over that of the first one, from blocks in which each ran alone.</summary>
/// <param name="Median">Median over blocks.</param>
/// <param name="Low">5th percentile over blocks.</param>
/// <param name="High">95th percentile over blocks.</param>
/// <param name="Blocks">Number of blocks.</param>
public sealed record LatencyRatio(double Median, double Low, double High, int Blocks);
