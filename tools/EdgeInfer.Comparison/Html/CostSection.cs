using System.Xml.Linq;
using EdgeInfer.Comparison.Charts;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Html;

/// <summary>Size of the model and time to train it.</summary>
internal static class CostSection
{
    private static readonly string[] Columns = ["Model", "Size", "Training time", "CPU time of training"];

    public static XElement Of(ComparisonReport report) => Element(
        "section",
        "",
        Element("h2", "", "Size and training"),
        Element(
            "figure",
            "",
            Element(
                "div",
                "pair",
                BarChart.Draw(report, "bytes", "Size of the model file", model => model.Bytes, Figures.Bytes),
                BarChart.Draw(report, "train", "Training time on the host", model => model.TrainSeconds, Figures.Seconds)),
            Element(
                "figcaption",
                "",
                "The size is what a device must store and load. Training runs once, on the host, "
                + $"features included.{MarkSuffix.Of(report)}"),
            Table.Behind($"Size and training by model{MarkSuffix.Of(report)}", Columns, report.Models.Select(Row))));

    private static object[] Row(ModelSection model) =>
    [
        model.Name,
        Figures.Bytes(model.Bytes),
        Figures.Seconds(model.TrainSeconds),
        Figures.Seconds(model.TrainCpuSeconds),
    ];
}
