namespace EdgeInfer.Measurement.Latency.Tails;

/// <summary>A high percentile of a run's latencies, or that the run is too short for it.</summary>
/// <param name="Figure">Null below <see cref="SampleSize.Minimum"/> windows.</param>
/// <param name="Windows">Windows of the run.</param>
/// <param name="Independent">How many independent windows tell as much about the tail.</param>
public sealed record TailEstimate(PercentileInterval? Figure, long Windows, long Independent)
{
    /// <summary>Blocks that a run is cut into, to see whether slow windows come together.</summary>
    internal const int Blocks = 32;

    /// <summary>Independent windows below which the interval has no upper end: what lies above was seen too seldom.</summary>
    public static long FewestForHigh(double percentile) => SampleSize.Minimum(percentile) / 2;

    /// <param name="latencies">In the order in which the windows were answered, us.</param>
    /// <param name="percentile">Above 0, below 100.</param>
    public static TailEstimate InOrder(IReadOnlyList<double> latencies, double percentile)
    {
        if (latencies.Count < SampleSize.Minimum(percentile))
            return new(null, latencies.Count, latencies.Count);
        double[] sorted = [.. latencies.Order()];
        var value = NearestRank.Of(sorted, percentile);
        var length = (latencies.Count + Blocks - 1) / Blocks;
        TailBlock[] blocks =
        [
            .. latencies.Chunk(length).Select(block => new TailBlock(
                block.Length, block.Count(latency => latency > value), block.Count(latency => latency == value))),
        ];
        return Of(blocks, percentile, rank => sorted[rank - 1], rank => sorted[rank - 1], value);
    }

    /// <param name="blocks">The run.</param>
    /// <param name="percentile">Above 0, below 100.</param>
    /// <param name="lowest">The least that the latency of a rank can be, us.</param>
    /// <param name="highest">The most, us.</param>
    /// <param name="value">The percentile, us.</param>
    internal static TailEstimate Of(
        IReadOnlyCollection<TailBlock> blocks, double percentile, Func<long, double> lowest, Func<long, double> highest, double value)
    {
        var (windows, independent) = (blocks.Sum(block => block.Windows), TailBlock.Independent(blocks));
        var ranks = RankInterval.OfRepeat(percentile, independent).Over(percentile, independent, windows);
        var high = independent >= FewestForHigh(percentile) ? ranks.High : null;
        return new(
            new(value, ranks.Low > 0 ? lowest(ranks.Low) : 0, high is { } rank ? highest(rank) : null), windows, independent);
    }
}
