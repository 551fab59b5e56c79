using System.Xml.Linq;
using EdgeInfer.Comparison.Reports;
using static EdgeInfer.Comparison.Html.Markup;

namespace EdgeInfer.Comparison.Html;

/// <summary>What stands beside every figure that needs it.</summary>
internal static class Notes
{
    /// <summary>' (simulated; optimistic: leaky split)', or nothing.</summary>
    public static string Suffix(ComparisonReport report) =>
        report.Marks.Count == 0 ? "" : $" ({string.Join("; ", report.Marks)})";

    public static IEnumerable<XElement> Badges(ComparisonReport report) =>
        report.Marks.Select(mark => Element("span", "badge warn", mark));
}
