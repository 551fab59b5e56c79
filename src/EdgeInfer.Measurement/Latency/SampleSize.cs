namespace EdgeInfer.Measurement.Latency;

/// <summary>When a tail has enough samples to be stated.</summary>
public static class SampleSize
{
    private const double Confidence = 0.95;

    /// <summary>
    /// Fewest independent samples of which, with 95 % confidence, at least one lies beyond the percentile: the smallest
    /// n with 1 - p^n &gt;= 0.95 (Wilks 1941). 5 for p50, 299 for p99. Below it, reports say 'n too small'.
    /// </summary>
    /// <param name="percentile">Above 0, below 100.</param>
    public static long Minimum(double percentile)
    {
        if (percentile is not (> 0 and < 100))
            throw new ArgumentOutOfRangeException(nameof(percentile), percentile, "above 0 and below 100");
        return (long)Math.Ceiling(Math.Log(1 - Confidence) / Math.Log(percentile / 100));
    }
}
