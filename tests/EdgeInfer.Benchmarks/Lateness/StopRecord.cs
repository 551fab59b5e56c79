namespace EdgeInfer.Benchmarks.Lateness;

/// <summary>A model that stops for half a second, at 48 windows a second.</summary>
/// <param name="Recordings">Recordings that were played one after the other, of 144 windows in all.</param>
/// <param name="LateWindows">Windows above 20 ms.</param>
/// <param name="LatenessMs">Latency of all windows, summed.</param>
/// <param name="OfTriangle">The same, over what windows that become due evenly must wait: half of stop times windows due in it.</param>
internal sealed record StopRecord(int Recordings, int LateWindows, double LatenessMs, double OfTriangle)
{
    private const int Windows = 144;
    private const double WindowsPerSecond = 48;
    private const double LateUs = 20_000;

    /// <summary>The last window of the third of six recordings, and no recording's last of one.</summary>
    private const int Stopped = 71;

    private static readonly TimeSpan Stop = TimeSpan.FromMilliseconds(500);

    public static StopRecord Measure(int recordings)
    {
        var played = PlayedWindows.Play([.. Enumerable.Repeat(Windows / recordings, recordings)], WindowsPerSecond, window =>
        {
            if (window == Stopped)
                Thread.Sleep(Stop);
        });
        var triangle = Stop.TotalMilliseconds * Stop.TotalSeconds * WindowsPerSecond / 2;
        var lateness = played.LatenciesUs.Sum() / 1e3;
        return new(recordings, played.LatenciesUs.Count(latency => latency > LateUs), lateness, lateness / triangle);
    }
}
