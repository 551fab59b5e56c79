namespace EdgeInfer.Measurement.Latency;

/// <summary>
/// CPU time of a model over that of the first one, from blocks in which each ran alone, in a closed loop. The percentiles
/// tell how far blocks lay apart; they are a spread, not an interval in which the median lies.
/// </summary>
/// <param name="Median">Median over blocks.</param>
/// <param name="BlocksP5">5th percentile over blocks.</param>
/// <param name="BlocksP95">95th percentile over blocks.</param>
/// <param name="Blocks">Number of blocks.</param>
public sealed record LatencyRatio(double Median, double BlocksP5, double BlocksP95, int Blocks)
{
    /// <summary>Each call begins when the one before has ended, so that none waits for another.</summary>
    public string Load { get; } = "closed loop";
}
