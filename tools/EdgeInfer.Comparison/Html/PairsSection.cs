using System.Xml.Linq;
using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Html;

/// <summary>The pairs beside the one of the verdict; absent where there is no other.</summary>
internal static class PairsSection
{
    public static XElement? Of(ComparisonReport report)
    {
        PairSection[] others = [.. report.Pairs.Where(pair => pair.Exploratory)];
        return others.Length == 0
            ? null
            : Element(
                "section",
                "",
                Element("h2", "", "The other pairs"),
                Element(
                    "p",
                    "note",
                    "Exploratory: the verdict stands on one pair that was fixed beforehand. Of many pairs some would differ by chance."
                    + MarkSuffix.Of(report)),
                others.Select(pair => Pair(report, pair)));
    }

    private static XElement Pair(ComparisonReport report, PairSection pair) => Element(
        "div",
        "other-pair",
        Element("h3", "", $"{pair.First} and {pair.Second}"),
        Element("p", "", pair.Sentence),
        pair.Difference is null ? null : PairEvidence.Of(pair, report.AccuracySource.GroupNoun, Endpoint.Of(report)));
}
