using System.Xml.Linq;
using EdgeInfer.Comparison.Charts;
using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Html;

/// <summary>All models side by side.</summary>
internal static class ModelTable
{
    private static readonly string[] Quality =
        ["Model", "Accuracy", "95 % interval", "Precision", "Recall", "Macro F1", "ROC-AUC"];

    private static readonly string[] Cost =
        ["Model", "Latency p50", "Latency p99", "Features p50", "CPU a window", "Energy", "Size", "Training"];

    private static readonly string[] Detection =
        ["Model", "ROC-AUC", "95 % interval", "Events found", "Delay, median", "False alarms a device-day"];

    public static XElement Of(ComparisonReport report) => Element(
        "section",
        "",
        Element("h2", "", "The models side by side"),
        QualityTable(report),
        Table.Of(
            $"Latency includes features and holds for this host only{MarkSuffix.Of(report)}",
            Cost,
            report.Models.Select((model, index) => CostRow(model, index))));

    private static XElement QualityTable(ComparisonReport report)
    {
        var way = report.AccuracySource.Transport is null ? "" : " over MQTT";
        var source = $"means over {report.AccuracySource.GroupNoun}s, from {report.AccuracySource.Source}{way}{MarkSuffix.Of(report)}";
        return Endpoint.Of(report) == Endpoint.Accuracy
            ? Table.Of($"Accuracy to ROC-AUC: {source}", Quality, report.Models.Select(QualityRow))
            : Table.Of($"ROC-AUC: {source}", Detection, report.Models.Select(DetectionRow));
    }

    private static object[] QualityRow(ModelSection model, int index) =>
    [
        Name(model, index),
        Figures.Percent(model.Accuracy.Value),
        Figures.Interval(model.Accuracy.Low, model.Accuracy.High),
        Estimate(Figures.Percent(model.Precision), model.Intervals.Precision, 100),
        Estimate(Figures.Percent(model.Recall), model.Intervals.Recall, 100),
        Estimate(Figures.Percent(model.MacroF1), model.Intervals.MacroF1, 100),
        Estimate(Figures.Area(model.RocAuc), model.Intervals.RocAuc, 1),
    ];

    private static object[] DetectionRow(ModelSection model, int index) =>
    [
        Name(model, index),
        Figures.Area(model.RocAuc),
        Figures.Range(model.Intervals.RocAuc, 1),
        EventText.Found(model.Events!),
        Figure(EventText.Delay(model.Events!), EventText.DelayQuartiles(model.Events!)),
        Figure(EventText.PerDay(model.Events!), EventText.PerDayInterval(model.Events!)),
    ];

    /// <summary>The figure with its 95 % interval below.</summary>
    private static XElement Estimate(string figure, FigureInterval? interval, double factor) =>
        Figure(figure, Figures.Range(interval, factor));

    private static XElement Figure(string figure, string below) => Element("span", "", figure, Element("small", "", below));

    private static object[] CostRow(ModelSection model, int index) =>
    [
        Name(model, index),
        Figures.Microseconds(model.LatencyUs.P50),
        P99(model.LatencyUs),
        Figures.Microseconds(model.FeaturesUs.P50),
        Figures.Microseconds(model.CpuUs),
        "no meter",
        Figures.Bytes(model.Bytes),
        Figures.Seconds(model.TrainSeconds),
    ];

    private static object P99(LatencyFigures latency) => latency is { P99: { } tail, P99Low: { } low }
        ? Figure(Figures.Microseconds(tail), $"{Figures.Microseconds(low)} to {Figures.UpperEnd(latency)}")
        : Figures.P99(latency);

    private static XElement Name(ModelSection model, int index) => Element(
        "span",
        $"name {Series.Class(index)}",
        Legend.Key(index),
        Element("span", "", model.Title, Element("small", "", $"{model.Name}, {model.Engine}, {model.Host}")));
}
