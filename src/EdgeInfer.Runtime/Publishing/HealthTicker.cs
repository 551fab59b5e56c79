using EdgeInfer.Runtime.Hosting;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Telemetry.Messages;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>Says every five seconds how the process fares.</summary>
internal static class HealthTicker
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <summary>Runs until <paramref name="stop"/> is requested.</summary>
    public static async Task RunAsync(Stamp stamp, StreamPipeline pipeline, CancellationToken stop)
    {
        var (time, started) = (stamp.Time, stamp.Time.GetTimestamp());
        var (lastWindows, lastTimestamp) = (pipeline.Windows, started);
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
            {
                var (windows, timestamp) = (pipeline.Windows, time.GetTimestamp());
                stamp.Session.TryPublish(new TelemetryMessage(
                    MessageSchema.Version,
                    stamp.Now(),
                    stamp.Boot,
                    WallClock.IsSynchronized(),
                    time.GetElapsedTime(started, timestamp).TotalSeconds,
                    windows,
                    (windows - lastWindows) / time.GetElapsedTime(lastTimestamp, timestamp).TotalSeconds,
                    Environment.CpuUsage.TotalTime.TotalSeconds,
                    Environment.WorkingSet,
                    stamp.Session.OutboxDepth));
                (lastWindows, lastTimestamp) = (windows, timestamp);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The only way that it ends.
        }
    }
}
