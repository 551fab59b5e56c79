using System.Xml.Linq;
using EdgeInfer.Comparison.Charts;
using EdgeInfer.Comparison.Reports;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Html;

/// <summary>A section of one chart: heading, legend, drawing, caption, and the same numbers as a table.</summary>
internal static class ChartFigure
{
    public static XElement Section(ComparisonReport report, string heading, XElement chart, string caption, XElement table) =>
        Element("section", "", Element("h2", "", heading), Of(report, chart, caption, table));

    public static XElement Of(ComparisonReport report, XElement chart, string caption, XElement table) => Element(
        "figure",
        "",
        Legend.Of(report.Models),
        chart,
        Element("figcaption", "", caption),
        table);
}
