using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Events;

/// <summary>False alarms per day of one device in the normal state.</summary>
/// <param name="Count">False alarms seen.</param>
/// <param name="Days">Normal time watched, days.</param>
/// <param name="PerDay">Their quotient.</param>
/// <param name="Low">Lower end of a 95 % interval, per day.</param>
/// <param name="High">Upper end.</param>
/// <param name="Groups">Groups with normal time.</param>
/// <param name="AlarmedShare">Share of the normal time in which an alarm stood: one alarm that never closes is one alarm.</param>
public sealed record FalseAlarmRate(int Count, double Days, double PerDay, double Low, double High, int Groups, double AlarmedShare)
{
    private const double SecondsPerDay = 86_400;

    /// <summary>
    /// The interval holds both the exact one of a Poisson count, which knows how little time was watched, and the t
    /// interval over the groups' rates, which knows that false alarms come in clusters.
    /// </summary>
    /// <param name="groups">One entry a group; null where none has normal time.</param>
    /// <param name="hopSeconds">Time that a window stands for, s.</param>
    public static FalseAlarmRate? Of(IReadOnlyList<EventCounts> groups, double hopSeconds)
    {
        EventCounts[] watched = [.. groups.Where(group => group.NormalWindows > 0)];
        if (watched.Length == 0)
            return null;
        var windows = watched.Sum(group => group.NormalWindows);
        var days = windows * hopSeconds / SecondsPerDay;
        var count = watched.Sum(group => group.FalseAlarms);
        var exact = PoissonInterval.Of(count);
        var overGroups = TInterval.Of([.. watched.Select(group => group.FalseAlarms / (group.NormalWindows * hopSeconds / SecondsPerDay))]);
        return new FalseAlarmRate(
            count,
            days,
            count / days,
            Math.Max(0, Math.Min(exact.Low / days, overGroups?.Low ?? double.MaxValue)),
            Math.Max(exact.High / days, overGroups?.High ?? 0),
            watched.Length,
            (double)watched.Sum(group => group.AlarmedNormalWindows) / windows);
    }
}
