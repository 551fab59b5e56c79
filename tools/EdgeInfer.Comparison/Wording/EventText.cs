using EdgeInfer.Comparison.Reports;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Wording;

/// <summary>Events of one detector as people read them.</summary>
internal static class EventText
{
    public static string Found(EventFigures events) => Invariant($"{events.Found} of {events.Events}");

    public static string Missed(EventFigures events) => Invariant($"{events.Missed}");

    public static string Recall(EventFigures events) => events.Recall is { } recall ? Figures.Percent(recall.Value) : "no event";

    public static string RecallInterval(EventFigures events) => Figures.Interval(events.Recall?.Low, events.Recall?.High);

    public static string Delay(EventFigures events) => events.DelayS is { } delay ? Figures.Seconds(delay.Median) : "none found";

    public static string DelayQuartiles(EventFigures events) => events.DelayS is { } delay
        ? Invariant($"{delay.FirstQuartile:0.0} to {delay.ThirdQuartile:0.0} s")
        : "–";

    public static string FalseAlarms(EventFigures events) => events.FalseAlarms is { } alarms
        ? Invariant($"{alarms.Count} in {alarms.WatchedHours * 60:0.0} min")
        : "not watched";

    public static string PerDay(EventFigures events) => events.FalseAlarms is { } alarms ? Invariant($"{alarms.PerDeviceDay:0}") : "–";

    public static string PerDayInterval(EventFigures events) => events.FalseAlarms is { } alarms
        ? alarms is { Low: { } low, High: { } high } ? Invariant($"{low:0} to {high:0}") : alarms.NoInterval!
        : "–";

    public static string AlarmedShare(EventFigures events) => Figures.Percent(events.FalseAlarms?.AlarmedShare);
}
