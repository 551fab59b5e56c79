namespace EdgeInfer.Measurement.Latency;

/// <summary>Percentiles by nearest rank: always one of the samples, never an interpolation.</summary>
public static class NearestRank
{
    // 99 % of 100 samples is rank 99; in binary 0.99 * 100 is a hair above, and Ceiling would give 100.
    private const double Rounding = 1e-9;

    /// <summary>1-based rank of the percentile among <paramref name="count"/> samples.</summary>
    public static long Rank(double percentile, long count) =>
        Math.Clamp((long)Math.Ceiling(percentile / 100 * count - Rounding), 1, count);

    /// <param name="sorted">Ascending; at least one.</param>
    /// <param name="percentile">0 to 100.</param>
    public static double Of(IReadOnlyList<double> sorted, double percentile) =>
        sorted[(int)Rank(percentile, sorted.Count) - 1];
}
