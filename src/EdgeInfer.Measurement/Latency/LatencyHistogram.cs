namespace EdgeInfer.Measurement.Latency;

/// <summary>
/// Latencies in logarithmic bins: 10 kB whatever the number of samples, no allocation after construction. A percentile
/// differs from the exact nearest-rank one by at most <see cref="RelativeError"/> inside
/// [<see cref="SmallestMicroseconds"/>, <see cref="LargestMicroseconds"/>]; samples outside count as that bound. One
/// thread writes.
/// </summary>
public sealed class LatencyHistogram
{
    /// <summary>Largest relative error of a percentile: half a bin of 2 %.</summary>
    public const double RelativeError = 0.01;

    /// <summary>10 ns, below what a monotonic clock resolves.</summary>
    public const double SmallestMicroseconds = 0.01;

    /// <summary>1,000 s.</summary>
    public const double LargestMicroseconds = 1e9;

    private const double BinRatio = 1.0198;
    private static readonly double LogBinRatio = Math.Log(BinRatio);

    private readonly long[] _bins =
        new long[(int)Math.Ceiling(Math.Log(LargestMicroseconds / SmallestMicroseconds) / LogBinRatio) + 1];

    public long Count { get; private set; }

    /// <param name="microseconds">Not negative, not NaN.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative or NaN: the caller's clock is wrong.</exception>
    public void Record(double microseconds)
    {
        if (!(microseconds >= 0))
            throw new ArgumentOutOfRangeException(nameof(microseconds), microseconds, "a latency is not negative");
        var inRange = Math.Clamp(microseconds, SmallestMicroseconds, LargestMicroseconds);
        _bins[(int)(Math.Log(inRange / SmallestMicroseconds) / LogBinRatio)]++;
        Count++;
    }

    /// <summary>Counts what another one has recorded.</summary>
    public void Add(LatencyHistogram other)
    {
        for (var bin = 0; bin < _bins.Length; bin++)
            _bins[bin] += other._bins[bin];
        Count += other.Count;
    }

    /// <summary>Nearest-rank percentile in us.</summary>
    /// <param name="percentile">0 to 100.</param>
    /// <exception cref="InvalidOperationException">Nothing was recorded.</exception>
    public double Percentile(double percentile)
    {
        if (Count == 0)
            throw new InvalidOperationException("no latency was recorded");
        return SmallestMicroseconds * Math.Exp((BinOf(NearestRank.Rank(percentile, Count)) + 0.5) * LogBinRatio);
    }

    /// <summary>The least latency of a bin, us; what lies outside of the range counts as its bound.</summary>
    internal static double LowerEdge(int bin) => SmallestMicroseconds * Math.Exp(bin * LogBinRatio);

    /// <summary>Bin of the latency of this rank, from 1 to <see cref="Count"/>.</summary>
    internal int BinOf(long rank)
    {
        var seen = 0L;
        var bin = 0;
        while ((seen += _bins[bin]) < rank)
            bin++;
        return bin;
    }

    internal long CountIn(int bin) => _bins[bin];

    internal long CountAbove(int bin)
    {
        var count = 0L;
        foreach (var above in _bins.AsSpan(bin + 1))
            count += above;
        return count;
    }

    internal void Clear()
    {
        Array.Clear(_bins);
        Count = 0;
    }
}
