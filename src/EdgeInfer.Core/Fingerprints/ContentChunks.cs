namespace EdgeInfer.Core.Fingerprints;

/// <summary>
/// Cuts the rows of a recording into chunks by their content, as backup programs cut files, so that a row removed or added
/// changes only the chunks around it. A row that repeats the row before it is passed over, and a chunk of few different
/// rows is left out: a flat signal is the same in every recording. A recording of few different rows in all is one piece,
/// repeated rows included, unless it is flat.
/// </summary>
public static class ContentChunks
{
    /// <summary>Different rows that a chunk needs to tell anything.</summary>
    public const int LeastDifferentRows = 8;

    private const int MostRows = 128;

    // A boundary stands behind one row in 32.
    private const ulong BoundaryMask = 31;

    /// <summary>Hashes of the chunks, in their order.</summary>
    /// <param name="rows"><see cref="RowHash"/> of each row, in the order of time.</param>
    public static IReadOnlyList<ulong> Of(IEnumerable<ulong> rows)
    {
        var chunks = new List<ulong>();
        var (different, ever) = (new HashSet<ulong>(), new HashSet<ulong>());
        var whole = 0UL;
        var (hash, count) = (0UL, 0);
        var (last, second, third) = (0UL, 0UL, 0UL);
        foreach (var row in rows)
        {
            whole = RowHash.Mix(whole ^ row);
            if (ever.Count < LeastDifferentRows)
                ever.Add(row);
            if (row == last)
                continue;
            hash = RowHash.Mix(hash ^ row);
            different.Add(row);
            count++;
            // Several rows decide together: a signal of few values would else have boundaries everywhere or nowhere.
            var boundary = (RowHash.Mix(row + 3 * last + 5 * second + 7 * third) & BoundaryMask) == 0;
            (third, second, last) = (second, last, row);
            if (count < MostRows && !(boundary && count >= LeastDifferentRows))
                continue;
            Close();
        }

        Close();
        if (ever.Count is > 1 and < LeastDifferentRows)
            chunks.Add(whole);
        return chunks;

        void Close()
        {
            if (different.Count >= LeastDifferentRows)
                chunks.Add(hash);
            different.Clear();
            (hash, count) = (0, 0);
        }
    }
}
