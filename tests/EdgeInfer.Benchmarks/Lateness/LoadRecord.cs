using System.Diagnostics;
using EdgeInfer.Measurement.Latency;

namespace EdgeInfer.Benchmarks.Lateness;

/// <summary>1,200 windows that become due within 40 ms.</summary>
/// <param name="Recordings">Recordings that were played one after the other.</param>
/// <param name="WorkUs">Work that the model does on a window.</param>
/// <param name="P99Ms">99th percentile of the latency.</param>
/// <param name="LeftOverMs">What was left to do when the last window was due: time to the last answer, less 40 ms.</param>
internal sealed record LoadRecord(int Recordings, int WorkUs, double P99Ms, double LeftOverMs)
{
    private const int Windows = 1_200;
    private const double DueWithinMs = 40;

    public static LoadRecord Measure(int recordings, int workUs)
    {
        var ticks = workUs * Stopwatch.Frequency / 1_000_000;
        var played = PlayedWindows.Play(
            [.. Enumerable.Repeat(Windows / recordings, recordings)],
            Windows / (DueWithinMs / 1e3),
            _ =>
            {
                var start = Stopwatch.GetTimestamp();
                while (Stopwatch.GetTimestamp() - start < ticks)
                    Thread.SpinWait(1);
            });
        return new(
            recordings, workUs, NearestRank.Of([.. played.LatenciesUs.Order()], 99) / 1e3, played.Elapsed.TotalMilliseconds - DueWithinMs);
    }
}
