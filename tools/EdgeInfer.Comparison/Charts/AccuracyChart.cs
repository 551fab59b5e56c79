using System.Xml.Linq;
using EdgeInfer.Comparison.Html;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Verdicts;
using static EdgeInfer.Comparison.Charts.Drawing;

namespace EdgeInfer.Comparison.Charts;

/// <summary>One row a model: mean accuracy and its interval over groups.</summary>
internal static class AccuracyChart
{
    private const double Left = 130;
    private const double Right = Width - 110;
    private const double Top = 14;
    private const double RowHeight = 46;

    public static XElement Draw(ComparisonReport report)
    {
        var bottom = Top + report.Models.Count * RowHeight;
        var scale = LinearScale.ForShares(
            report.Models.Select(model => model.Accuracy.Low ?? model.Accuracy.Value), Left, Right);
        return Frame(
            "accuracy",
            $"Accuracy by model{Notes.Suffix(report)}",
            string.Join("; ", report.Models.Select(Describe)),
            Width,
            bottom + 44,
            ShareAxis.Draw(scale, Top, bottom, "accuracy, mean over groups"),
            report.Models.Select((model, index) => Row(scale, model, index)));
    }

    private static object[] Row(LinearScale scale, ModelSection model, int index)
    {
        var y = Top + (index + 0.5) * RowHeight;
        var accuracy = model.Accuracy;
        return
        [
            Label("end", Left - 14, y + 5, ModelTitle.Of(model)),
            accuracy is { Low: { } low, High: { } high }
                ? Whisker(scale, low, high, y, Series.Class(index))
                : Array.Empty<XElement>(),
            Marker.At(index, scale.At(accuracy.Value), y),
            Label("value", Right + 14, y + 5, Figures.Percent(accuracy.Value)),
        ];
    }

    private static XElement[] Whisker(LinearScale scale, double low, double high, double y, string series) =>
    [
        Line($"whisker {series}", scale.At(low), y, scale.At(high), y),
        Line($"whisker {series}", scale.At(low), y - 7, scale.At(low), y + 7),
        Line($"whisker {series}", scale.At(high), y - 7, scale.At(high), y + 7),
    ];

    private static string Describe(ModelSection model) =>
        $"{ModelTitle.Of(model)} {Figures.Percent(model.Accuracy.Value)}, 95 % interval {Figures.Interval(model.Accuracy.Low, model.Accuracy.High)}";
}
