using System.Xml.Linq;
using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Core.Marks;
using EdgeInfer.Evaluation.Verdicts;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Html;

/// <summary>The one sentence, and the numbers that it stands on.</summary>
internal static class VerdictBox
{
    /// <summary>A model may have seen what it is judged on.</summary>
    private static readonly IReadOnlyList<string> Doubtful =
    [
        .. new FigureMarks(false, false, Leaky: true, OriginUnknown: true, Groups: GroupOrigin.Blocks).Phrases,
        .. new FigureMarks(false, false, false, false, Groups: GroupOrigin.Files).Phrases,
    ];

    public static XElement Of(ComparisonReport report) => Element(
        "section",
        $"verdict {Tone(report)}",
        Element("h2", "", Title(report)),
        Element("p", "sentence", report.Verdict),
        report.Comparison is { Difference: not null } pair
            ? PairEvidence.Of(pair, report.AccuracySource.GroupNoun, Endpoint.Of(report))
            : null);

    private static string Title(ComparisonReport report) => report.Comparison?.Outcome switch
    {
        VerdictOutcome.Supported => "Verdict: supported",
        VerdictOutcome.Equivalent => "Verdict: equivalent",
        VerdictOutcome.Inconclusive => "Verdict: inconclusive",
        VerdictOutcome.NoClaim => report.Simulated ? "Verdict: none, the data are simulated" : "Verdict: none, the budgets are quick",
        _ => "Verdict: not measured",
    };

    private static string Tone(ComparisonReport report) => report.Comparison?.Outcome switch
    {
        VerdictOutcome.Supported or VerdictOutcome.Equivalent when !report.Marks.Any(Doubtful.Contains) => "settled",
        _ => "open",
    };
}
