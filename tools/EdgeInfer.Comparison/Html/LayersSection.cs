using System.Xml.Linq;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Html;

/// <summary>Where two networks of the same layers drift apart; absent for other pairs.</summary>
internal static class LayersSection
{
    private static readonly string[] Columns = ["Tensor", "Operator", "Signal to noise", "Largest difference"];

    public static XElement? Of(ComparisonReport report) => report.Layers.Count == 0 || report.Comparison is not { } pair
        ? null
        : Element(
            "section",
            "",
            Element("h2", "", "Layer by layer"),
            Table.Of(
                $"Tensors of {pair.Second} against those of {pair.First}, the worst first{MarkSuffix.Of(report)}",
                Columns,
                report.Layers.Select(Row)));

    private static object[] Row(LayerDifference layer) =>
        [layer.Tensor, layer.OpType, Figures.Decibels(layer.SignalToNoiseDecibels), Figures.Significant(layer.LargestDifference)];
}
