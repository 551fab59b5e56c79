using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Runtime.Clocks;

/// <summary>
/// What messages are stamped by. Any thread may read it.
/// <para>
/// A Raspberry Pi has no clock that runs without power, so it may begin years in the past. Until the system says that its clock
/// is set, times run on from the first reading by the monotonic clock, whatever the wall clock does meanwhile. So one offset
/// restates them all, the message that is stamped while the clock is being set among them.
/// </para>
/// </summary>
internal sealed class DeviceClock
{
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly long _firstTs;
    private volatile bool _synced;

    /// <param name="time">Wall clock and monotonic clock.</param>
    /// <param name="synced">Whether the wall clock is set already.</param>
    public DeviceClock(TimeProvider time, bool synced) =>
        (_time, _started, _firstTs, _synced) = (time, time.GetTimestamp(), WallMs(time), synced);

    /// <summary>Stays true: a clock that was set, and whose server is out of reach, drifts by milliseconds.</summary>
    public bool Synced => _synced;

    public StampedTime Read()
    {
        var mono = MonoMs();
        return _synced ? new(WallMs(_time), true, mono) : new(_firstTs + mono, false, mono);
    }

    /// <summary>The wall clock is set from now on.</summary>
    /// <returns>Milliseconds to add to every time that was read before.</returns>
    public long Synchronise()
    {
        var offset = WallMs(_time) - (_firstTs + MonoMs());
        _synced = true;
        return offset;
    }

    private static long WallMs(TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();

    private long MonoMs() => (long)_time.GetElapsedTime(_started).TotalMilliseconds;
}
