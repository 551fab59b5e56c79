using System.Globalization;
using EdgeInfer.Evaluation.Events;
using EdgeInfer.Trainer.Evaluation;

namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>What a person reads of anomaly detectors, side by side.</summary>
internal static class AnomalyConsole
{
    private const int First = 34;
    private const int Column = 26;

    public static void Write(IReadOnlyList<TrainedAnomaly> trained, double falseAlarmsPerDay)
    {
        Line("", trained.Select(one => one.Manifest.Family.Name));
        Line("events found", trained.Select(one => Text($"{one.Report.Events - one.Report.Missed} of {one.Report.Events}")));
        Line("recall, mean over groups", trained.Select(one => one.Report.Recall is { } recall ? EstimateText.Of(recall) : "no event"));
        Line("delay, median [quartiles], s", trained.Select(one => one.Report.Delay is { } delay
            ? Text($"{delay.Median:F1} [{delay.First:F1}, {delay.Third:F1}]") : "nothing found"));
        Line("false alarms", trained.Select(one => one.Report.FalseAlarms is { } alarms
            ? Text($"{alarms.Count} in {alarms.Days * 24 * 60:F1} min") : "not watched"));
        Line("false alarms a device-day", trained.Select(one => one.Report.FalseAlarms is { } alarms
            ? EventLine.PerDay(alarms) : "not watched"));
        Line("ROC-AUC of windows", trained.Select(one => one.Report.RocAuc is { } area ? EstimateText.Of(area) : "one kind only"));
        Line("threshold", trained.Select(one => Text($"{one.Threshold.Value:G4}")));
        foreach (var group in trained[0].Report.Groups.Select((group, index) => (group.Group, Index: index)))
            Line($"  {group.Group}: found, false alarms", trained.Select(one => Of(one.Report.Groups[group.Index])));
        foreach (var one in trained)
            Console.WriteLine(Promise(one, falseAlarmsPerDay));
        foreach (var (phrases, models) in trained.GroupBy(
            one => string.Join("; ", one.Manifest.Training.Marks.Phrases), one => one.Manifest.Name).Where(marked => marked.Key.Length > 0)
            .Select(marked => (marked.Key, marked)))
            Console.WriteLine($"figures of {string.Join(", ", models)}: {phrases}");
    }

    private static string Of(EventCounts group) => Text($"{group.Detected} of {group.Events}, {group.FalseAlarms}");

    private static string Promise(TrainedAnomaly one, double perDay)
    {
        var (threshold, hours) = (one.Threshold, one.Threshold.ObservedDays * 24);
        return threshold.IsExtrapolated
            ? Text($"{one.Manifest.Name}: {perDay} false alarms a device-day is a forecast: ")
                + Text($"{hours:F2} h of held-out normal time show rates above {1 / threshold.ObservedDays:F0} a day; ")
                + Text($"below, the exponential tail of {threshold.Peaks} peaks, of mean excess {threshold.TailScale:G3}")
            : Text($"{one.Manifest.Name}: threshold counted on {hours:F2} h of held-out normal time");
    }

    private static void Line(string name, IEnumerable<string> cells) =>
        Console.WriteLine((name.PadRight(First) + string.Concat(cells.Select(cell => cell.PadRight(Column)))).TrimEnd());

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
