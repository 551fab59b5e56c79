namespace EdgeInfer.Measurement.Latency.Tails;

/// <summary>Neighbouring windows of a run.</summary>
/// <param name="Windows">How many.</param>
/// <param name="Above">How many of them lie above the percentile.</param>
/// <param name="Equal">How many equal it, or share its bin.</param>
internal readonly record struct TailBlock(long Windows, long Above, long Equal)
{
    /// <summary>Fewer blocks than this tell no variance.</summary>
    private const int Fewest = 8;

    /// <summary>
    /// How many independent windows tell as much as these: slow windows come together, and windows in a stall tell of one stall.
    /// The count of slow windows a block would vary as a binomial one; where it varies more, by a factor f (the design
    /// effect of batch means), n windows count as n / f. Never more than there are. Stalls may be longer than a block: f is the largest
    /// of those of the blocks, of their pairs, and so on.
    /// </summary>
    /// <param name="blocks">A run in blocks of one length, but for the last; at least two.</param>
    public static long Independent(IReadOnlyCollection<TailBlock> blocks)
    {
        var factor = 1.0;
        for (var scale = blocks; scale.Count >= Fewest; scale = Pairs(scale))
        {
            // A stall's windows may all equal the percentile, or lie above it.
            factor = Math.Max(factor, Math.Max(Excess(scale, block => block.Above), Excess(scale, block => block.Above + block.Equal)));
        }

        return Math.Max(1, (long)(blocks.Sum(block => block.Windows) / factor));
    }

    /// <summary>Variance of a count over blocks, over that of a binomial count; 0 where none or all windows are counted.</summary>
    private static double Excess(IReadOnlyCollection<TailBlock> blocks, Func<TailBlock, long> count)
    {
        var (windows, counted) = (blocks.Sum(block => block.Windows), blocks.Sum(count));
        if (counted == 0 || counted == windows)
            return 0;
        var share = (double)counted / windows;
        var squares = blocks.Sum(block => Math.Pow(count(block) - block.Windows * share, 2));
        return squares / (blocks.Count - 1) / (windows * share * (1 - share) / blocks.Count);
    }

    private static TailBlock[] Pairs(IReadOnlyCollection<TailBlock> blocks) =>
    [
        .. blocks.Chunk(2).Select(pair => new TailBlock(
            pair.Sum(block => block.Windows), pair.Sum(block => block.Above), pair.Sum(block => block.Equal))),
    ];
}
