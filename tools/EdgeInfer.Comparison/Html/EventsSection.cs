using System.Xml.Linq;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Markup.Elements;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Html;

/// <summary>What detectors and their decision stages found, how late, and how often in vain; absent for other tasks.</summary>
internal static class EventsSection
{
    private static readonly string[] Columns =
    [
        "Model", "Events found", "Recall", "95 % interval", "Missed", "Delay, median", "Quartiles", "False alarms", "A device-day",
        "95 % interval", "Alarmed share of normal time",
    ];

    public static XElement? Of(ComparisonReport report) => report.Models[0].Events is null
        ? null
        : Element(
            "section",
            "",
            Element("h2", "", "Events, after threshold and decision"),
            Table.Of(
                $"An event is found where an alarm opens in it; a false alarm opens in a normal window{MarkSuffix.Of(report)}",
                Columns,
                report.Models.Select(model => Row(model.Name, model.Events!))),
            Table.Behind(
                $"Events found and false alarms by {report.AccuracySource.GroupNoun}{MarkSuffix.Of(report)}",
                [report.AccuracySource.GroupNoun, .. report.Models.Select(model => model.Name)],
                report.Models[0].Events!.PerGroup.Select(group => GroupRow(report, group.Group))));

    private static object[] Row(string model, EventFigures events) =>
    [
        model,
        EventText.Found(events),
        EventText.Recall(events),
        EventText.RecallInterval(events),
        EventText.Missed(events),
        EventText.Delay(events),
        EventText.DelayQuartiles(events),
        EventText.FalseAlarms(events),
        EventText.PerDay(events),
        EventText.PerDayInterval(events),
        EventText.AlarmedShare(events),
    ];

    private static object[] GroupRow(ComparisonReport report, string group) =>
    [
        group,
        .. report.Models.Select(model => model.Events!.PerGroup.FirstOrDefault(seen => seen.Group == group) is { } found
            ? Invariant($"{found.Found} of {found.Events}, {found.FalseAlarms}")
            : "–"),
    ];
}
