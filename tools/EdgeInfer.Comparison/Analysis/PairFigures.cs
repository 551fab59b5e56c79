using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Verdicts;
using EdgeInfer.Measurement.Groups;

namespace EdgeInfer.Comparison.Analysis;

/// <summary>The paired comparison of accuracy over groups.</summary>
internal static class PairFigures
{
    private const string Endpoint = "accuracy";

    public static PairSection Of(ComparedPair pair, ComparisonInput input, bool sound)
    {
        if (!sound)
            return Unsound(pair);
        double[] first = [.. pair.First.PerGroup.Select(group => group.Accuracy)];
        double[] second = [.. pair.Second.PerGroup.Select(group => group.Accuracy)];
        var paired = PairedDifference.Of(first, second);
        var signFlip = SignFlipTest.PValue(PairedDifference.Differences(first, second), input.Seed);
        var judged = AccuracyJudgement.Judge(paired, signFlip);
        return new PairSection(
            pair.First.Name,
            pair.Second.Name,
            Endpoint,
            AccuracyJudgement.Margin,
            input.Data.Simulated || input.HasQuickModel ? VerdictOutcome.NoClaim : judged,
            paired.Mean,
            paired.Interval95,
            paired.Interval90,
            paired.MinimumDetectable,
            signFlip,
            paired.Groups,
            judged == VerdictOutcome.Inconclusive ? AccuracyJudgement.MoreGroups(paired) : null);
    }

    private static PairSection Unsound(ComparedPair pair) => new(
        pair.First.Name,
        pair.Second.Name,
        Endpoint,
        AccuracyJudgement.Margin,
        VerdictOutcome.NotMeasured,
        null,
        null,
        null,
        null,
        null,
        pair.First.PerGroup.Count,
        null);
}
