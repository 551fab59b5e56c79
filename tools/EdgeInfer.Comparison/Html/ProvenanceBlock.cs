using System.Globalization;
using System.Xml.Linq;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Html;

/// <summary>Hashes, licence and commands, for whoever repeats the run.</summary>
internal static class ProvenanceBlock
{
    public static XElement Of(ComparisonReport report)
    {
        var from = report.Provenance;
        return Element(
            "section",
            "provenance",
            Element("h2", "", "Provenance"),
            Element(
                "dl",
                "terms",
                Item("Made", $"{from.Created.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC"),
                Item("Command", from.Command),
                Item(
                    "Data",
                    $"{report.Data}, {from.Licence}{(from.Attribution is null ? "" : $"; {from.Attribution}")}{MarkSuffix.Of(report)}"),
                from.LeftOut is { } leftOut ? Item("Not used", leftOut) : null,
                Item("Data sha256", from.DataSha256),
                Item("Split sha256", from.SplitSha256),
                report.Models.Select(
                    model => Item($"{model.Name} {model.Version}", $"sha256 {model.ModelSha256}, made by: {model.Command}"))));
    }

    private static XElement Item(string name, string value) =>
        Element("div", "", Element("dt", "", name), Element("dd", "", Element("code", "", value)));
}
