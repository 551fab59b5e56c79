using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Events;

/// <summary>False alarms per day of one device in the normal state.</summary>
/// <param name="Count">False alarms seen.</param>
/// <param name="Days">Normal time watched, days.</param>
/// <param name="PerDay">Their quotient.</param>
/// <param name="Low">Lower end of a 95 % interval, per day; null below six groups.</param>
/// <param name="High">Upper end.</param>
/// <param name="Groups">Groups with normal time.</param>
/// <param name="AlarmedShare">Share of the normal time in which an alarm stood: one alarm that never closes is one alarm.</param>
public sealed record FalseAlarmRate(int Count, double Days, double PerDay, double? Low, double? High, int Groups, double AlarmedShare)
{
    /// <summary>False alarms come in clusters, which fewer groups don't show.</summary>
    public const int FewestGroups = 6;

    private const double SecondsPerDay = 86_400;

    /// <summary>Why there is no interval, in words; null where there is one.</summary>
    public string? NoInterval => Low is not null ? null
        : Groups == 1 ? "clustering unknown: one group"
        : $"clustering unknown: {Groups} groups, {FewestGroups} are needed";

    /// <param name="groups">One entry a group; null where none has normal time.</param>
    /// <param name="hopSeconds">Time that a window stands for, s.</param>
    public static FalseAlarmRate? Of(IReadOnlyList<EventCounts> groups, double hopSeconds)
    {
        EventCounts[] watched = [.. groups.Where(group => group.NormalWindows > 0)];
        if (watched.Length == 0)
            return null;
        double[] days = [.. watched.Select(group => group.NormalWindows * hopSeconds / SecondsPerDay)];
        int[] counts = [.. watched.Select(group => group.FalseAlarms)];
        Interval? interval = watched.Length < FewestGroups ? null : RateInterval.Of(counts, days);
        return new FalseAlarmRate(
            counts.Sum(),
            days.Sum(),
            counts.Sum() / days.Sum(),
            interval?.Low,
            interval?.High,
            watched.Length,
            (double)watched.Sum(group => group.AlarmedNormalWindows) / watched.Sum(group => group.NormalWindows));
    }
}
