using System.Xml.Linq;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Markup.Elements;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Html;

/// <summary>Which data, split, machine and seed the report stands on.</summary>
internal static class PageHeader
{
    public static XElement Of(ComparisonReport report) => Element(
        "header",
        "",
        Element("p", "brand", "EdgeInfer comparison"),
        Element("h1", "", $"{report.Task}: which model to deploy?"),
        Element("p", "lead", Lead(report)),
        Element("p", "badges", Kind(report), Badges.Of(report)),
        Element(
            "dl",
            "facts",
            Fact("Data", report.Data),
            Fact("Split", report.Split.Leaky ? $"{report.Split.Kind} (leaky, declared)" : report.Split.Kind),
            Fact("Tested on", Tested(report.AccuracySource)),
            Fact("Openings", report.Openings.Describe()),
            Fact("Machine", report.Machine.Describe()),
            Fact("Runtime", Runtime(report)),
            Fact("Seed", Invariant($"{report.Seed}"))));

    private static string Lead(ComparisonReport report)
    {
        var way = report.AccuracySource.Transport is null
            ? "run through the device's pipeline on the host"
            : "replayed through the device runtime and received over MQTT";
        return report.Split.Leaky
            ? $"Every model answered the same windows, {way}. "
                + "The split is declared leaky: the models may have seen these groups in training."
            : $"Every model answered the same held-out windows, {way}.";
    }

    private static string Runtime(ComparisonReport report)
    {
        var hosts = string.Join(", ", report.Models.Select(model => model.Host).Distinct(StringComparer.Ordinal));
        return $"{hosts}, version {report.Provenance.Runtime}";
    }

    private static XElement Kind(ComparisonReport report) => report.Simulated
        ? Element("span", "badge warn", "not a real sensor")
        : Element("span", "badge", "real recordings");

    private static string Tested(AccuracySource source) =>
        $"{Plural.Of(source.Windows, "window")} of {Plural.Of(source.Groups, source.GroupNoun)}, {source.Source}";

    private static XElement Fact(string name, string value) =>
        Element("div", "", Element("dt", "", name), Element("dd", "", value));
}
