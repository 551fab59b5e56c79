using EdgeInfer.Core.Fingerprints;
using EdgeInfer.Core.Numerics;
using EdgeInfer.Recordings.Clocks;
using EdgeInfer.Recordings.Tables;

namespace EdgeInfer.Recordings.Scanning;

/// <summary>What the rows of one recording say, gathered row by row: few bytes, however long it is.</summary>
/// <param name="group">Name of the group; empty where the file has one group.</param>
/// <param name="first">First row in its file.</param>
/// <param name="longestStep">Longest step in time that is no gap, ns.</param>
internal sealed class RunFacts(string group, int first, double longestStep)
{
    private readonly ContentChunks _chunks = new();
    private readonly HashSet<int> _labels = [];
    private int _count;
    private int _label = int.MinValue;
    private long _time;

    public GroupRun Run => new(group, first, _count);

    /// <summary>Rows that hold NaN or an infinity.</summary>
    public long NonFinite { get; private set; }

    /// <summary>Labels of the rows.</summary>
    public IReadOnlyCollection<int> Labels => _labels;

    public StepCounts Steps { get; } = new();

    /// <summary>Steps in time, without the first row.</summary>
    public long StepCount { get; private set; }

    /// <summary>Steps that are longer than <c>longestStep</c> or go backwards.</summary>
    public long Gaps { get; private set; }

    /// <summary>Hashes of the content; complete after <see cref="End"/>.</summary>
    public IReadOnlyList<ulong> Pieces { get; private set; } = [];

    public void Add(ReadOnlySpan<float> values, int label)
    {
        NonFinite += FiniteValues.Are(values) ? 0 : 1;
        _chunks.Add(RowHash.OfChannels(values));
        if (label != _label)
            _labels.Add(_label = label);
        _count++;
    }

    /// <summary>Time of the row that is added next, ns.</summary>
    public void AddTime(long time)
    {
        if (_count > 0)
        {
            var step = time - _time;
            Steps.Add(step);
            StepCount++;
            Gaps += step < 0 || step > longestStep ? 1 : 0;
        }

        _time = time;
    }

    public void End() => Pieces = _chunks.End();
}
