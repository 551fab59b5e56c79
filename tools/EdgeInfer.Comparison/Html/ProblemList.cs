using System.Xml.Linq;
using EdgeInfer.Comparison.Reports;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Html;

/// <summary>Reasons not to trust the run; absent in a sound one.</summary>
internal static class ProblemList
{
    public static XElement? Of(ComparisonReport report) => report.Problems.Count == 0
        ? null
        : Element(
            "section",
            "verdict bad",
            Element("h2", "", "This run has problems"),
            Element("ul", "", report.Problems.Select(problem => Element("li", "", problem))));
}
