using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Comparison.Wording;

/// <summary>How a comparison or a claim ends, in a word or two.</summary>
internal static class OutcomeText
{
    public static string Of(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Supported => "supported",
        VerdictOutcome.Contradicted => "contradicted",
        VerdictOutcome.Equivalent => "equivalent",
        VerdictOutcome.Inconclusive => "inconclusive",
        VerdictOutcome.NoClaim => "none",
        _ => "not measured",
    };
}
