namespace EdgeInfer.Evaluation.Events;

/// <summary>
/// What a monitor did over some windows. An event is an unbroken run of anomalous windows in one segment; it is
/// detected where an alarm opens in it: one that opened before, and still stands, tells nobody of the event. A false alarm is an
/// alarm that opens in a normal window; one that outlasts an event is none, but its windows count as alarmed.
/// </summary>
/// <param name="Group">Group that they belong to.</param>
/// <param name="Events">True events.</param>
/// <param name="Detected">Events in which an alarm opened.</param>
/// <param name="FalseAlarms">Alarms that opened in a normal window.</param>
/// <param name="Windows">All its windows.</param>
/// <param name="NormalWindows">Windows of the normal state.</param>
/// <param name="AlarmedNormalWindows">Of these, windows in which an alarm stood.</param>
/// <param name="DelaySeconds">From the start of each detected event to the end of the window that found it, s.</param>
/// <param name="RocAuc">Of single windows' scores, 0 to 1; null where all windows are normal, or none.</param>
public sealed record EventCounts(
    string Group,
    int Events,
    int Detected,
    int FalseAlarms,
    long Windows,
    long NormalWindows,
    long AlarmedNormalWindows,
    IReadOnlyList<double> DelaySeconds,
    double? RocAuc)
{
    public int Missed => Events - Detected;

    /// <param name="group">Name of the group.</param>
    /// <param name="windows">All of one group, segment after segment, each in the order of time.</param>
    /// <param name="windowSeconds">Length of a window, s.</param>
    /// <param name="hopSeconds">From the start of one window to that of the next, s.</param>
    public static EventCounts Of(string group, IReadOnlyList<MonitoredWindow> windows, double windowSeconds, double hopSeconds)
    {
        var (events, falseAlarms, normal, alarmed) = (0, 0, 0L, 0L);
        var delays = new List<double>();
        foreach (var span in MonitoredSpan.Of(windows))
        {
            var inside = Enumerable.Range(span.First, span.Count);
            if (windows[span.First].IsAnomalous)
            {
                events++;
                var found = inside.FirstOrDefault(at => Opens(windows, at), -1);
                if (found >= 0)
                    delays.Add((found - span.First) * hopSeconds + windowSeconds);
                continue;
            }

            normal += span.Count;
            alarmed += inside.LongCount(at => windows[at].IsAlarmed);
            falseAlarms += inside.Count(at => Opens(windows, at));
        }

        return new EventCounts(group, events, delays.Count, falseAlarms, windows.Count, normal, alarmed, delays, Area(windows));
    }

    private static double? Area(IReadOnlyList<MonitoredWindow> windows) => Classification.RocAuc.Of(
        [.. windows.Select(window => window.Score)], [.. windows.Select(window => window.IsAnomalous)]);

    private static bool Opens(IReadOnlyList<MonitoredWindow> windows, int at) =>
        windows[at].IsAlarmed
        && (at == 0 || !windows[at - 1].IsAlarmed || windows[at - 1].Segment != windows[at].Segment);
}
