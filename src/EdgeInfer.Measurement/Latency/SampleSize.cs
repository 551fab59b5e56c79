namespace EdgeInfer.Measurement.Latency;

/// <summary>When a tail has enough samples to be stated.</summary>
public static class SampleSize
{
    private const double Beyond = 10;

    // 0.1 % of 10,000 is ten; in binary 100 - 99.9 is a hair below 0.1, and Ceiling would ask for 10,001.
    private const double Rounding = 1e-9;

    /// <summary>
    /// Fewest windows of which ten lie beyond the percentile: 20 for p50, 1,000 for p99. Below it, reports say 'n too small'.
    /// </summary>
    /// <param name="percentile">Above 0, below 100.</param>
    public static long Minimum(double percentile)
    {
        if (percentile is not (> 0 and < 100))
            throw new ArgumentOutOfRangeException(nameof(percentile), percentile, "above 0 and below 100");
        return (long)Math.Ceiling(100 * Beyond / (100 - percentile) * (1 - Rounding));
    }
}
