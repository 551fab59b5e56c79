using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Holes;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Ordering;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Puts the rows of each recording in a file into the order of time and fills their holes, as the data set says.</summary>
internal sealed class RecordingRows(Dataset dataset, TableRows rows, string path)
{
    private readonly List<string> _notes = [];
    private readonly List<int> _resets = [];
    private int _moved;
    private int _spread;
    private long _filled;

    /// <exception cref="InvalidInputException">A clock jumps by an hour without a zone, or a row is late and not to be sorted.</exception>
    public SampleTable Settle(Problems problems)
    {
        foreach (var run in rows.Runs ?? [new GroupRun("", 0, rows.Count)])
            problems.Try(() => Settle(run));
        return new SampleTable(rows.Values, rows.Count, rows.Times, rows.Labels, rows.Targets, rows.Runs)
        {
            Notes = [.. _notes, .. Counts()],
            ClockResets = _resets,
        };
    }

    private void Settle(GroupRun run)
    {
        var channels = rows.Values.Length / rows.Count;
        if (rows.Times is not null)
            Order(run, rows.Times.AsSpan(run.First, run.Count));
        if (dataset.Holes is { } holes)
        {
            var times = rows.Times is { } recorded ? recorded[run.First..(run.First + run.Count)] : EvenTimes(run.Count);
            _filled += HoleFilling.Apply(rows.Values.AsSpan(run.First * channels, run.Count * channels), channels, times, holes);
        }
    }

    private void Order(GroupRun run, Span<long> times)
    {
        var lines = rows.Lines.AsSpan(run.First, run.Count);
        rows.Clock!.Settle(times, lines);
        var clock = dataset.Timestamp!;
        if (clock.Sort)
        {
            var order = RowOrder.ByTime(times);
            _moved += order.Index().Count(row => row.Item != row.Index);
            rows.Reorder(run.First, order);
        }
        else
        {
            RowOrder.RefuseLateRows(times, lines, path);
        }

        if (clock.EqualTimes == EqualTimes.Spread)
            _spread += EqualTimeSpread.Apply(times);
        for (var row = 1; row < times.Length; row++)
        {
            var back = times[row - 1] - times[row];
            if (back <= 0)
                continue;
            _resets.Add(lines[row]);
            _notes.Add(Invariant($"{path}:{lines[row]}: the clock runs back by {back / 1e9} s; a segment begins here"));
        }
    }

    private IEnumerable<string> Counts()
    {
        if (_moved > 0)
            yield return Invariant($"{path}: {_moved} of {rows.Count} rows were put in the order of time");
        if (_spread > 0)
            yield return Invariant($"{path}: {_spread} of {rows.Count} rows shared the time of the row before and were spread");
        if (_filled > 0)
            yield return Invariant($"{path}: {_filled} values that were not there were filled ({dataset.Holes!.Rule})");
    }

    private long[] EvenTimes(int count) =>
        [.. Enumerable.Range(0, count).Select(row => UniformGrid.OffsetNanoseconds(row, dataset.RateHz))];
}
