using System.Xml.Linq;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Markup.Elements;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Html;

/// <summary>That the exported models are the trained ones, and that no message was lost.</summary>
internal static class ProofSection
{
    private static readonly string[] Columns = ["Model", "Compared", "Rows", "Other label", "Largest difference"];

    public static XElement Of(ComparisonReport report) => Element(
        "section",
        "",
        Element("h2", "", report.Mqtt is null ? "Is it the same model?" : "Is it the same model, and did everything arrive?"),
        Table.Of(
            $"Parity: what the device runs against the trainer's own predictions{MarkSuffix.Of(report)}",
            Columns,
            report.Models.Select(Row)),
        report.Mqtt is { } counts ? Element("p", counts.Lost == 0 ? "note" : "note bad", Mqtt(counts)) : null,
        UnansweredText.Of(report).Select(line => Element("p", "note bad", line)));

    private static object[] Row(ModelSection model) =>
    [
        model.Name,
        model.Parity.Quantity,
        Invariant($"{model.Parity.Rows}"),
        Invariant($"{model.Parity.LabelMismatches}"),
        Figures.Difference(model.Parity.MaxAbsDiff),
    ];

    private static string Mqtt(MessageCounts counts) =>
        Invariant($"MQTT: {counts.Published} messages published, {counts.Received} received, {counts.Lost} lost, ")
        + Invariant($"{counts.Duplicates} duplicates (by sequence numbers).");
}
