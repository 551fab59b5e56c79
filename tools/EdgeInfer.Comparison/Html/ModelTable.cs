using System.Xml.Linq;
using EdgeInfer.Comparison.Charts;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Verdicts;
using static EdgeInfer.Comparison.Html.Markup;

namespace EdgeInfer.Comparison.Html;

/// <summary>All models side by side.</summary>
internal static class ModelTable
{
    private static readonly string[] Quality =
        ["Model", "Accuracy", "95 % interval", "Precision", "Recall", "Macro F1", "ROC-AUC"];

    private static readonly string[] Cost =
        ["Model", "Latency p50", "Latency p99", "Features p50", "CPU a window", "Energy", "Size", "Training"];

    public static XElement Of(ComparisonReport report) => Element(
        "section",
        "",
        Element("h2", "", "The models side by side"),
        Table.Of(
            $"Accuracy to ROC-AUC: means over {report.AccuracySource.GroupNoun}s, from {report.AccuracySource.Source} over MQTT{Notes.Suffix(report)}",
            Quality,
            report.Models.Select((model, index) => QualityRow(model, index))),
        Table.Of(
            $"Latency includes features and holds for this host only{Notes.Suffix(report)}",
            Cost,
            report.Models.Select((model, index) => CostRow(model, index))));

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

    /// <summary>The figure with its 95 % interval below.</summary>
    private static XElement Estimate(string figure, FigureInterval? interval, double factor) => Element(
        "span", "", figure, Element("small", "", Figures.Range(interval, factor)));

    private static object[] CostRow(ModelSection model, int index) =>
    [
        Name(model, index),
        Figures.Microseconds(model.LatencyUs.P50),
        Figures.P99(model.LatencyUs),
        Figures.Microseconds(model.FeaturesUs.P50),
        Figures.Microseconds(model.CpuUs),
        "no meter",
        Figures.Bytes(model.Bytes),
        Figures.Seconds(model.TrainSeconds),
    ];

    private static XElement Name(ModelSection model, int index) => Element(
        "span",
        $"name {Series.Class(index)}",
        Legend.Key(index),
        Element("span", "", ModelTitle.Of(model), Element("small", "", $"{model.Name}, {model.Engine}, {model.Host}")));
}
