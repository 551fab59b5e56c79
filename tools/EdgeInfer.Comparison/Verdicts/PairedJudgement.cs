using EdgeInfer.Comparison.Reports;
using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Comparison.Verdicts;

/// <summary>Judges one paired difference of an endpoint by rules that were fixed before the data were seen.</summary>
internal static class PairedJudgement
{
    /// <summary>One point of accuracy, a hundredth of ROC-AUC: a smaller difference would change nobody's choice.</summary>
    public const double Margin = 0.01;

    private const double Significance = 0.05;

    public static VerdictOutcome Judge(PairedDifference paired, double signFlipP)
    {
        if (paired is not { Interval95: { } wide, Interval90: { } narrow })
            return VerdictOutcome.NotMeasured;
        if (narrow.Low > -Margin && narrow.High < Margin)
            return VerdictOutcome.Equivalent;
        // Few groups can make a t interval lucky; the sign-flip test assumes no distribution.
        return !wide.Contains(0) && signFlipP <= Significance
            ? VerdictOutcome.Supported
            : VerdictOutcome.Inconclusive;
    }

    /// <summary>
    /// Fewest further groups that would settle an inconclusive comparison at the spread seen, with 80 % power, either as
    /// a difference or as equivalence; null where no number up to <see cref="GroupCount.Maximum"/> would.
    /// </summary>
    public static int? MoreGroups(PairedDifference paired)
    {
        var resolve = GroupCount.ToResolve(paired.Mean, paired.Deviation);
        var equal = GroupCount.ToShowEquivalence(paired.Mean, paired.Deviation, Margin);
        // Below this number not even equal signs in all groups are significant.
        if (resolve is { } groups)
            resolve = Math.Max(groups, FewestGroupsForSignFlip());
        var needed = resolve is { } a && equal is { } b ? Math.Min(a, b) : resolve ?? equal;
        return needed is { } total ? Math.Max(1, total - paired.Groups) : null;
    }

    private static int FewestGroupsForSignFlip()
    {
        var groups = 1;
        while (SignFlipTest.SmallestPValue(groups) > Significance)
            groups++;
        return groups;
    }
}
