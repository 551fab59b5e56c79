namespace EdgeInfer.Runtime.Tests.Support;

/// <summary>A wall clock that is set by hand, beside a monotonic one that only goes forward; timers ring when they are told to.</summary>
internal sealed class SetClock(DateTimeOffset wall) : TimeProvider
{
    private readonly List<Action> _timers = [];
    private long _milliseconds;

    public DateTimeOffset Wall { get; set; } = wall;

    public override long TimestampFrequency => 1_000;

    public override long GetTimestamp() => _milliseconds;

    public override DateTimeOffset GetUtcNow() => Wall;

    public void Pass(long milliseconds)
    {
        _milliseconds += milliseconds;
        Wall += TimeSpan.FromMilliseconds(milliseconds);
    }

    public void Ring() => _timers.ForEach(ring => ring());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _timers.Add(() => callback(state));
        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
