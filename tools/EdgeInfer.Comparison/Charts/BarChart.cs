using System.Xml.Linq;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Charts.Drawing;

namespace EdgeInfer.Comparison.Charts;

/// <summary>Horizontal bars from 0, each with its number.</summary>
internal static class BarChart
{
    private const double ChartWidth = 380;
    private const double Left = 126;
    private const double Right = ChartWidth - 80;
    private const double Top = 34;
    private const double RowHeight = 34;

    public static XElement Draw(
        ComparisonReport report, string id, string title, Func<ModelSection, double> value, Func<double, string> text)
    {
        var largest = report.Models.Max(value);
        return Frame(
            id,
            $"{title}{MarkSuffix.Of(report)}",
            string.Join("; ", report.Models.Select(model => $"{model.Title} {text(value(model))}")),
            ChartWidth,
            Top + report.Models.Count * RowHeight + 6,
            Label("heading", 0, 18, title),
            report.Models.Select((model, index) =>
            {
                var y = Top + index * RowHeight;
                var width = largest > 0 ? value(model) / largest * (Right - Left) : 0;
                return new object[]
                {
                    Label("end", Left - 10, y + 19, model.Title),
                    Bar($"bar {Series.Class(index)}", Left, y + 4, Math.Max(width, 1), RowHeight - 12),
                    Label("value", Left + width + 8, y + 19, text(value(model))),
                };
            }));
    }
}
