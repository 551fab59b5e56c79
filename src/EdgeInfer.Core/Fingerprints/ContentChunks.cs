namespace EdgeInfer.Core.Fingerprints;

/// <summary>
/// Cuts the rows of a recording into chunks by their content, as backup programs cut files, so that a row removed or added
/// changes only the chunks around it. A row that repeats the row before it is passed over, and a chunk of few different
/// rows is left out: a flat signal is the same in every recording. A recording of few different rows in all is one piece,
/// repeated rows included, unless it is flat.
/// </summary>
public sealed class ContentChunks
{
    /// <summary>Different rows that a chunk needs to tell anything.</summary>
    public const int LeastDifferentRows = 8;

    private const int MostRows = 128;

    // A boundary stands behind one row in 32.
    private const ulong BoundaryMask = 31;

    private readonly List<ulong> _chunks = [];
    private readonly HashSet<ulong> _different = [];
    private readonly HashSet<ulong> _ever = [];
    private ulong _whole;
    private ulong _hash;
    private int _count;
    private ulong _last;
    private ulong _second;
    private ulong _third;

    /// <summary>Hashes of the chunks, in their order.</summary>
    /// <param name="rows"><see cref="RowHash"/> of each row, in the order of time.</param>
    public static IReadOnlyList<ulong> Of(IEnumerable<ulong> rows)
    {
        var chunks = new ContentChunks();
        foreach (var row in rows)
            chunks.Add(row);
        return chunks.End();
    }

    /// <summary>Takes the next row.</summary>
    /// <param name="row">Its <see cref="RowHash"/>.</param>
    public void Add(ulong row)
    {
        _whole = RowHash.Mix(_whole ^ row);
        if (_ever.Count < LeastDifferentRows)
            _ever.Add(row);
        if (row == _last)
            return;
        _hash = RowHash.Mix(_hash ^ row);
        if (_different.Count < LeastDifferentRows)
            _different.Add(row);
        _count++;
        // Several rows decide together: a signal of few values would else have boundaries everywhere or nowhere.
        var boundary = (RowHash.Mix(row + 3 * _last + 5 * _second + 7 * _third) & BoundaryMask) == 0;
        (_third, _second, _last) = (_second, _last, row);
        if (_count == MostRows || (boundary && _count >= LeastDifferentRows))
            Close();
    }

    /// <summary>Hashes of the chunks, in their order; no row may follow.</summary>
    public IReadOnlyList<ulong> End()
    {
        Close();
        if (_ever.Count is > 1 and < LeastDifferentRows)
            _chunks.Add(_whole);
        return _chunks;
    }

    private void Close()
    {
        if (_different.Count >= LeastDifferentRows)
            _chunks.Add(_hash);
        _different.Clear();
        (_hash, _count) = (0, 0);
    }
}
