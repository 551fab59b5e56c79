namespace EdgeInfer.Measurement.Latency.Tails;

/// <summary>
/// Latencies of a run in the order of its windows: a histogram of all, and one of each block of neighbours, so that a tail
/// knows whether slow windows came together. Of fixed size, 340 kB, whatever the run's length: where the blocks are full,
/// every two become one.
/// </summary>
public sealed class LatencySeries
{
    private readonly LatencyHistogram[] _blocks = [.. Enumerable.Range(0, TailEstimate.Blocks).Select(_ => new LatencyHistogram())];
    private long _blockLength = 1;
    private long _next;

    public LatencyHistogram All { get; } = new();

    public long Count => All.Count;

    /// <param name="microseconds">Not negative, not NaN.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative or NaN: the caller's clock is wrong.</exception>
    public void Record(double microseconds)
    {
        All.Record(microseconds);
        if (_next == _blockLength * _blocks.Length)
            DoubleBlocks();
        _blocks[_next / _blockLength].Record(microseconds);
        _next++;
    }

    /// <summary>Adds a series that ran at the same time: its first windows to the first of these, so that a common stall is one.</summary>
    public void Add(LatencySeries other)
    {
        All.Add(other.All);
        while (_blockLength < other._blockLength)
            DoubleBlocks();
        for (var block = 0; block < _blocks.Length; block++)
            _blocks[block * other._blockLength / _blockLength].Add(other._blocks[block]);
        _next = Math.Max(_next, other._next);
    }

    /// <summary>The percentile with its interval, widened by the bins' width.</summary>
    /// <param name="percentile">Above 0, below 100.</param>
    public TailEstimate Tail(double percentile)
    {
        if (Count < SampleSize.Minimum(percentile))
            return new(null, Count, Count);
        var bin = All.BinOf(NearestRank.Rank(percentile, Count));
        TailBlock[] blocks =
        [
            .. _blocks.Where(block => block.Count > 0)
                .Select(block => new TailBlock(block.Count, block.CountAbove(bin), block.CountIn(bin))),
        ];
        return TailEstimate.Of(
            blocks,
            percentile,
            rank => LatencyHistogram.LowerEdge(All.BinOf(rank)),
            rank => LatencyHistogram.LowerEdge(All.BinOf(rank) + 1),
            All.Percentile(percentile));
    }

    private void DoubleBlocks()
    {
        for (var pair = 0; pair < _blocks.Length / 2; pair++)
        {
            var (first, second) = (_blocks[2 * pair], _blocks[2 * pair + 1]);
            first.Add(second);
            second.Clear();
            (_blocks[pair], _blocks[2 * pair]) = (first, _blocks[pair]);
        }

        _blockLength *= 2;
    }
}
