namespace EdgeInfer.Tests.Support;

/// <summary>A clock of microseconds that stands until it is moved; who waits for its timer moves it to the end of the wait.</summary>
public sealed class ManualTime : TimeProvider
{
    public long Microseconds { get; set; }

    public override long TimestampFrequency => 1_000_000;

    public override long GetTimestamp() => Microseconds;

    /// <summary>Over before it is returned.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Microseconds += (long)Math.Ceiling(dueTime.TotalMicroseconds);
        callback(state);
        return new RungTimer();
    }

    private sealed class RungTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
