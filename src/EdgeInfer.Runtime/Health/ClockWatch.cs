using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Clock;

namespace EdgeInfer.Runtime.Health;

/// <summary>Waits until the system's clock is set, and says once by how much earlier messages are off.</summary>
internal static class ClockWatch
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Ends when the clock is set, at once where it was from the start, or when <paramref name="stop"/> is requested.</summary>
    /// <param name="isSet">Asks the system.</param>
    public static async Task RunAsync(Stamp stamp, Func<bool> isSet, CancellationToken stop)
    {
        if (stamp.Clock.Synced)
            return;
        using var timer = new PeriodicTimer(Period, stamp.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
            {
                if (!isSet())
                    continue;
                await PublishAsync(stamp, stamp.Clock.Synchronise(), stop).ConfigureAwait(false);
                return;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The device ends, and its clock was never set, or the outbox has no room for one message more.
        }
    }

    private static ValueTask PublishAsync(Stamp stamp, long offsetMs, CancellationToken stop)
    {
        var now = stamp.Now();
        return stamp.Session.PublishAsync(
            seq => new ClockMessage
            {
                Schema = MessageSchema.Version,
                Ts = now.Ts,
                TsSynced = now.Synced,
                MonoMs = now.MonoMs,
                Boot = stamp.Boot,
                Seq = seq,
                OffsetMs = offsetMs,
            },
            stop);
    }
}
