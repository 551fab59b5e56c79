using System.Xml.Linq;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Html;

/// <summary>How the claims of a plan end; absent without any.</summary>
internal static class ClaimsSection
{
    private static readonly string[] Columns = ["Claim", "Outcome", "Figure", "Effect", "Missing"];

    public static XElement? Of(ComparisonReport report) => report.Claims.Count == 0
        ? null
        : Element(
            "section",
            "",
            Element("h2", "", "The claims"),
            Table.Of($"A claim each, with what it stands on{MarkSuffix.Of(report)}", Columns, report.Claims.Select(Row)));

    private static object[] Row(ClaimSection claim) =>
        [claim.Id, OutcomeText.Of(claim.Outcome), claim.Figure, Figures.Effect(claim.Effect), claim.Missing ?? "–"];
}
