namespace EdgeInfer.Measurement.Latency.Tails;

/// <summary>Neighbouring windows of a run.</summary>
/// <param name="Windows">How many.</param>
/// <param name="Beyond">How many of them lie beyond the percentile.</param>
internal readonly record struct TailBlock(long Windows, long Beyond)
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
        var (windows, beyond) = (blocks.Sum(block => block.Windows), blocks.Sum(block => block.Beyond));
        if (beyond == 0)
            return windows;
        var factor = 1.0;
        for (var scale = blocks; scale.Count >= Fewest; scale = Pairs(scale))
            factor = Math.Max(factor, Excess(scale, windows, (double)beyond / windows));
        return Math.Max(1, (long)(windows / factor));
    }

    private static double Excess(IReadOnlyCollection<TailBlock> blocks, long windows, double share)
    {
        var squares = blocks.Sum(block => Math.Pow(block.Beyond - block.Windows * share, 2));
        return squares / (blocks.Count - 1) / (windows * share * (1 - share) / blocks.Count);
    }

    private static TailBlock[] Pairs(IReadOnlyCollection<TailBlock> blocks) =>
        [.. blocks.Chunk(2).Select(pair => new TailBlock(pair.Sum(block => block.Windows), pair.Sum(block => block.Beyond)))];
}
