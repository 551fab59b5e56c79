namespace EdgeInfer.Hub.Ingestion;

/// <summary>
/// The set of sequence numbers received, as ascending intervals that neither overlap nor touch: one interval when
/// nothing is missing. Past <see cref="MaxIntervals"/> the lowest gap is given up: its numbers stay lost, and one that
/// comes after all counts as a duplicate.
/// </summary>
internal sealed class SequenceIntervals
{
    /// <summary>Gaps still open; 16 bytes each, so 16 kB a boot at worst.</summary>
    public const int MaxIntervals = 1_024;

    private readonly List<(long First, long Last)> _intervals = [];

    public int Count => _intervals.Count;

    public long Highest => _intervals.Count == 0 ? 0 : _intervals[^1].Last;

    /// <summary>False when <paramref name="seq"/> was there already.</summary>
    public bool Add(long seq)
    {
        var next = FirstStartingAfter(seq);
        var joinsBefore = next > 0 && _intervals[next - 1].Last >= seq - 1;
        if (joinsBefore && _intervals[next - 1].Last >= seq)
            return false;
        var joinsAfter = next < _intervals.Count && _intervals[next].First == seq + 1;

        switch (joinsBefore, joinsAfter)
        {
            case (true, true):
                _intervals[next - 1] = (_intervals[next - 1].First, _intervals[next].Last);
                _intervals.RemoveAt(next);
                break;
            case (true, false):
                _intervals[next - 1] = (_intervals[next - 1].First, seq);
                break;
            case (false, true):
                _intervals[next] = (seq, _intervals[next].Last);
                break;
            default:
                _intervals.Insert(next, (seq, seq));
                GiveUpLowestGap();
                break;
        }

        return true;
    }

    private void GiveUpLowestGap()
    {
        if (_intervals.Count <= MaxIntervals)
            return;
        _intervals[0] = (_intervals[0].First, _intervals[1].Last);
        _intervals.RemoveAt(1);
    }

    private int FirstStartingAfter(long seq)
    {
        var (low, high) = (0, _intervals.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_intervals[middle].First <= seq)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
