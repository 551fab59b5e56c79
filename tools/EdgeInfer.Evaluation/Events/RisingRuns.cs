namespace EdgeInfer.Evaluation.Events;

/// <summary>Counts unbroken runs at or above a level that falls from score to score, in the time of one sort for all levels.</summary>
internal sealed class RisingRuns
{
    private readonly bool[][] _included;
    private readonly (float Score, int Series, int At)[] _falling;
    private int _next;

    public RisingRuns(IReadOnlyList<IReadOnlyList<float>> series)
    {
        _included = [.. series.Select(scores => new bool[scores.Count])];
        _falling = [.. series.SelectMany((scores, index) => scores.Select((score, at) => (score, index, at)))
            .OrderByDescending(entry => entry.score)];
    }

    /// <summary>Runs at or above the level included last.</summary>
    public int Count { get; private set; }

    /// <summary>Lowers the level.</summary>
    public void Include(float level)
    {
        for (; _next < _falling.Length && _falling[_next].Score >= level; _next++)
        {
            var (included, at) = (_included[_falling[_next].Series], _falling[_next].At);
            included[at] = true;
            // Alone it is a run of its own; beside one it prolongs it; between two it joins them.
            Count += 1 - (at > 0 && included[at - 1] ? 1 : 0) - (at + 1 < included.Length && included[at + 1] ? 1 : 0);
        }
    }
}
