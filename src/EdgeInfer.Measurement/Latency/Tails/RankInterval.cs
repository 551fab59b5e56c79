namespace EdgeInfer.Measurement.Latency.Tails;

/// <summary>1-based ranks of a percentile and of the ends of its interval, among sorted latencies.</summary>
/// <param name="Rank">Of the percentile.</param>
/// <param name="Low">Of the lower end; 0 where the smallest latency is none.</param>
/// <param name="High">Of the upper end; null where the largest latency is none.</param>
internal readonly record struct RankInterval(long Rank, long Low, long? High)
{
    private const double BeyondEachEnd = 0.025;

    /// <summary>Weights below this, beside one of 1, change no probability that is looked at.</summary>
    private const double Negligible = 1e-18;

    /// <summary>
    /// Between which latencies of a run the percentile of another run of as many independent windows lies with 95 % or
    /// more, whatever their distribution: at most 2.5 % lie beyond each end. The number K of the n latencies that lie below the
    /// s-th smallest of another n has P(K = k) = C(k+s-1, k) C(2n-k-s, n-k) / C(2n, n). That is a binomial count whose
    /// probability is the s-th order statistic of a uniform sample (David and Nagaraja, Order Statistics, 2003, chapters 2 and 7).
    /// </summary>
    public static RankInterval OfRepeat(double percentile, long count)
    {
        var rank = NearestRank.Rank(percentile, count);
        var (first, weights) = Counts(rank, count);
        var allowed = weights.Sum() * BeyondEachEnd;
        var low = first + Within(weights, allowed);
        var high = first + weights.Count - Within(weights.AsEnumerable().Reverse(), allowed);
        return new(rank, low, high <= count ? high : null);
    }

    /// <summary>
    /// The interval of n independent windows, over more windows that tell no more than they do: the ends lie as many times
    /// further from the percentile.
    /// </summary>
    public RankInterval Over(double percentile, long independent, long windows)
    {
        var (rank, times) = (NearestRank.Rank(percentile, windows), (double)windows / independent);
        var low = Math.Max(0, rank - (long)Math.Ceiling((Rank - Low) * times));
        long? high = High is { } above ? rank + (long)Math.Ceiling((above - Rank) * times) : null;
        return new(rank, low, high <= windows ? high : null);
    }

    /// <summary>Probabilities of K, but for a common factor, from the smallest K that has one worth adding.</summary>
    private static (long First, List<double> Weights) Counts(long s, long n)
    {
        var middle = s - 1;
        var weights = new List<double> { 1 };
        for (var k = middle; k > 0 && weights[^1] > Negligible; k--)
            weights.Add(weights[^1] * ((double)k / (k - 1 + s)) * ((double)(2 * n - k + 1 - s) / (n - k + 1)));
        var first = middle - (weights.Count - 1);
        weights.Reverse();
        for (var k = middle; k < n && weights[^1] > Negligible; k++)
            weights.Add(weights[^1] * ((double)(k + s) / (k + 1)) * ((double)(n - k) / (2 * n - k - s)));
        return (first, weights);
    }

    /// <summary>How many of the first weights together are not above what is allowed.</summary>
    private static int Within(IEnumerable<double> weights, double allowed)
    {
        var sum = 0.0;
        return weights.TakeWhile(weight => (sum += weight) <= allowed).Count();
    }
}
