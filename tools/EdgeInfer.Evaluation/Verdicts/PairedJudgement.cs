using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Verdicts;

/// <summary>Judges one paired difference of an endpoint by rules that were fixed before the data were seen.</summary>
/// <param name="Outcome">Supported, equivalent, inconclusive or not measured.</param>
/// <param name="Level">Of the two-sided test, by the look.</param>
/// <param name="Objection">Why an inconclusive pair is not shown to be equal; null for other outcomes.</param>
/// <param name="Further">How many more groups settle an inconclusive one; null where none would, and for other outcomes.</param>
public sealed record PairedJudgement(VerdictOutcome Outcome, double Level, string? Objection, GroupRange? Further)
{
    /// <summary>One point of accuracy, a hundredth of ROC-AUC: a smaller difference would change nobody's choice.</summary>
    public static double DefaultMargin => 0.01;

    /// <param name="paired">Over groups.</param>
    /// <param name="signFlipP">P-value of <see cref="SignFlipTest"/>.</param>
    /// <param name="margin">Largest difference that counts as none, 0 to 1.</param>
    /// <param name="look">1 for the first look, see <see cref="LookPlan"/>.</param>
    public static PairedJudgement Of(PairedDifference paired, double signFlipP, double margin, int look)
    {
        var level = LookPlan.Level(look);
        if (paired.IntervalAt(1 - level) is not { } interval)
            return new(VerdictOutcome.NotMeasured, level, Objection: null, Further: null);
        var objection = EquivalenceTest.Objection(paired, margin, level);
        if (objection is null)
            return new(VerdictOutcome.Equivalent, level, Objection: null, Further: null);
        // Few groups can make a t interval lucky; the sign-flip test assumes no distribution.
        return !interval.Contains(0) && signFlipP <= level
            ? new(VerdictOutcome.Supported, level, Objection: null, Further: null)
            : new(VerdictOutcome.Inconclusive, level, objection, FurtherGroups.Of(paired, margin, look + 1));
    }
}
