using System.Xml.Linq;
using EdgeInfer.Comparison.Reports;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Html;

/// <summary>The marks of a report at the head of its page.</summary>
internal static class Badges
{
    public static IEnumerable<XElement> Of(ComparisonReport report) =>
        report.Marks.Select(mark => Element("span", "badge warn", mark));
}
