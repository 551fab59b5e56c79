using System.Xml.Linq;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Html;

/// <summary>
/// <c>report.html</c>: one file with its styles and drawings inside, no script, no reference to anything outside; also
/// well-formed XML.
/// </summary>
public static class HtmlReport
{
    public static string Render(ComparisonReport report)
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", "en"),
            Head(report),
            Element(
                "body",
                "",
                PageHeader.Of(report),
                Element(
                    "main",
                    "",
                    VerdictBox.Of(report),
                    ProblemList.Of(report),
                    ModelTable.Of(report),
                    EndpointSection.Of(report),
                    PairsSection.Of(report),
                    ClaimsSection.Of(report),
                    EventsSection.Of(report),
                    EveryGroupSection.Of(report),
                    LatencySection.Of(report),
                    CostSection.Of(report),
                    ConfusionTables.Of(report),
                    LayersSection.Of(report),
                    ProofSection.Of(report),
                    HowToRead.Of(report),
                    ProvenanceBlock.Of(report))));
        return $"<!DOCTYPE html>\n{Closed(page).ToString(SaveOptions.DisableFormatting)}\n";
    }

    private static XElement Head(ComparisonReport report) => Element(
        "head",
        "",
        Element("meta", "", Attribute("charset", "utf-8")),
        Element("meta", "", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")),
        Element("meta", "", Attribute("name", "color-scheme"), Attribute("content", "light dark")),
        Element("title", "", $"EdgeInfer: {report.Task} on {report.Data}{MarkSuffix.Of(report)}"),
        Element("style", "", Style.Sheet));
}
