using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Telemetry.Commands;

namespace EdgeInfer.Runtime.Health;

/// <summary>Says every five seconds how the process fares.</summary>
internal static class HealthTicker
{
    internal static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <summary>Runs until <paramref name="stop"/> is requested.</summary>
    public static async Task RunAsync(
        Stamp stamp, CommandCounts commands, IReadOnlyList<RunningStream> streams, CancellationToken stop)
    {
        var health = new ProcessHealth(stamp, commands, streams);
        using var timer = new PeriodicTimer(Period, stamp.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
                stamp.Session.TryPublish(health.Read());
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The only way that it ends.
        }
    }
}
