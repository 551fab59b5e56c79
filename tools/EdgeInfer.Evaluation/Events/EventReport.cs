using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Events;

/// <summary>How a monitor did: events found and missed, how late, how often in vain.</summary>
/// <param name="Recall">Share of events detected, mean over the groups that have any; null where none has.</param>
/// <param name="Delay">Of the detected events, s; null without one.</param>
/// <param name="FalseAlarms">Null where nothing normal was watched.</param>
/// <param name="RocAuc">Of single windows' scores, mean over groups with both kinds of window; null where none has.</param>
/// <param name="Groups">In ordinal order of their names.</param>
public sealed record EventReport(
    GroupEstimate? Recall, DelayQuartiles? Delay, FalseAlarmRate? FalseAlarms, GroupEstimate? RocAuc, IReadOnlyList<EventCounts> Groups)
{
    public int Events => Groups.Sum(group => group.Events);

    public int Missed => Groups.Sum(group => group.Missed);

    /// <param name="windows">Segment after segment, each in the order of time; at least one.</param>
    /// <param name="windowSeconds">Length of a window, s.</param>
    /// <param name="hopSeconds">From the start of one window to that of the next, s.</param>
    public static EventReport Of(IReadOnlyList<MonitoredWindow> windows, double windowSeconds, double hopSeconds)
    {
        if (windows.Count == 0)
            throw new ArgumentException("no window", nameof(windows));
        var byGroup = windows.GroupBy(window => window.Group).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Counts: EventCounts.Of(group.Key, [.. group], windowSeconds, hopSeconds), Windows: group.ToArray()))
            .ToArray();
        EventCounts[] groups = [.. byGroup.Select(group => group.Counts)];
        return new EventReport(
            Estimate(byGroup.Where(group => group.Counts.Events > 0)
                .Select(group => ((double)group.Counts.Detected / group.Counts.Events, group.Windows))),
            DelayQuartiles.Of(groups.SelectMany(group => group.DelaySeconds)),
            FalseAlarmRate.Of(groups, hopSeconds),
            Estimate(byGroup.Where(group => group.Counts.RocAuc is not null).Select(group => (group.Counts.RocAuc!.Value, group.Windows))),
            groups);
    }

    private static GroupEstimate? Estimate(IEnumerable<(double Value, MonitoredWindow[] Windows)> groups)
    {
        var defined = groups.ToArray();
        return defined.Length == 0
            ? null
            : GroupEstimate.Of([.. defined.Select(group => group.Value)], defined.Sum(group => (long)group.Windows.Length));
    }
}
