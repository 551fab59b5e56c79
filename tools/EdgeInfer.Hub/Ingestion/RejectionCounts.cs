using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Hub.Ingestion;

/// <summary>How many messages were rejected for which reason. Safe for use by several threads.</summary>
public sealed class RejectionCounts
{
    private readonly long[] _counts = new long[Enum.GetValues<Rejection>().Length];
    private volatile string? _last;

    public long this[Rejection rejection] => Volatile.Read(ref _counts[(int)rejection]);

    public long Total => Enum.GetValues<Rejection>().Sum(rejection => this[rejection]);

    /// <summary>The latest one in words, for an operator; null before the first.</summary>
    public string? Last => _last;

    internal void Add(RejectedMessage rejected)
    {
        Interlocked.Increment(ref _counts[(int)rejected.Reason]);
        _last = rejected.Detail;
    }
}
