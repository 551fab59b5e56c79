using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Console;

/// <summary>The comparison as rows of text for a terminal.</summary>
/// <param name="Title">Data, task and what every figure must be read with.</param>
/// <param name="Columns">Heads of the columns.</param>
/// <param name="Rows">One a model, a cell a column.</param>
/// <param name="Notes">Lines below the table: MQTT, problems.</param>
public sealed record SummaryTable(
    string Title,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<string> Notes)
{
    private static readonly string[] OfClasses = ["model", "accuracy", "95 % interval", "precision", "recall", "macro F1", "ROC-AUC"];

    private static readonly string[] OfEvents =
        ["model", "ROC-AUC", "95 % interval", "events found, recall", "missed", "delay, median", "false alarms", "a device-day"];

    private static readonly string[] OfCost = ["p50", "p99, 95 % interval", "features p50", "CPU", "size", "training"];

    public static SummaryTable Of(ComparisonReport report) => new(
        $"{report.Task} on {report.Data}, split {report.Split.Kind}{MarkSuffix.Of(report)}",
        [.. Endpoint.Of(report) == Endpoint.Accuracy ? OfClasses : OfEvents, .. OfCost],
        [.. report.Models.Select(Row)],
        [
            .. report.Mqtt is { } counts
                ? [Invariant($"MQTT: {counts.Published} published, {counts.Received} received, {counts.Lost} lost")]
                : (string[])[],
            Basis(report),
            .. UnansweredText.Of(report),
            report.Openings.Describe(),
            .. report.Problems,
        ]);

    /// <summary>What the endpoint's figures stand on: a group that cannot show it is no part of them.</summary>
    private static string Basis(ComparisonReport report)
    {
        var (endpoint, source) = (Endpoint.Of(report), report.AccuracySource);
        GroupSection[] shown = [.. report.Models[0].PerGroup.Where(group => endpoint.Figure(group) is not null)];
        return Invariant($"{endpoint.Name}: {source.Source}, {shown.Sum(group => group.Windows)} windows, ")
            + Invariant($"{shown.Length} {source.GroupNoun}s, {source.Interval}");
    }

    private static string[] Row(ModelSection model) =>
        model.Events is { } events ? [.. Detected(model, events), .. Cost(model)] : [.. Classified(model), .. Cost(model)];

    private static string[] Classified(ModelSection model) =>
    [
        model.Name,
        Figures.Percent(model.Accuracy.Value),
        Figures.Interval(model.Accuracy.Low, model.Accuracy.High),
        $"{Figures.Percent(model.Precision)}\n{Figures.Range(model.Intervals.Precision, 100)}",
        $"{Figures.Percent(model.Recall)}\n{Figures.Range(model.Intervals.Recall, 100)}",
        $"{Figures.Percent(model.MacroF1)}\n{Figures.Range(model.Intervals.MacroF1, 100)}",
        $"{Figures.Area(model.RocAuc)}\n{Figures.Range(model.Intervals.RocAuc, 1)}",
    ];

    private static string[] Detected(ModelSection model, EventFigures events) =>
    [
        model.Name,
        Figures.Area(model.RocAuc),
        Figures.Range(model.Intervals.RocAuc, 1),
        $"{EventText.Found(events)}\n{EventText.RecallInterval(events)}",
        EventText.Missed(events),
        $"{EventText.Delay(events)}\n{EventText.DelayQuartiles(events)}",
        EventText.FalseAlarms(events),
        $"{EventText.PerDay(events)}\n{EventText.PerDayInterval(events)}",
    ];

    private static string[] Cost(ModelSection model) =>
    [
        Figures.Microseconds(model.LatencyUs.P50),
        Figures.P99(model.LatencyUs),
        Figures.Microseconds(model.FeaturesUs.P50),
        Figures.Microseconds(model.CpuUs),
        Figures.Bytes(model.Bytes),
        Figures.Seconds(model.TrainSeconds),
    ];
}
