using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Verdicts;
using EdgeInfer.Measurement.Groups;

namespace EdgeInfer.Comparison.Analysis;

/// <summary>The paired comparison of the endpoint over the groups that show it.</summary>
internal static class PairFigures
{
    public static PairSection Of(ComparedPair pair, ComparisonInput input, bool sound)
    {
        var endpoint = Endpoint.Of(pair.First);
        var shown = pair.First.PerGroup.Zip(pair.Second.PerGroup)
            .Select(group => (First: endpoint.Figure(group.First), Second: endpoint.Figure(group.Second)))
            .Where(group => group is { First: not null, Second: not null })
            .ToArray();
        if (!sound || shown.Length == 0)
            return NotMeasured(pair, endpoint, shown.Length);
        double[] first = [.. shown.Select(group => group.First!.Value)];
        double[] second = [.. shown.Select(group => group.Second!.Value)];
        var paired = PairedDifference.Of(first, second);
        var signFlip = SignFlipTest.PValue(PairedDifference.Differences(first, second), input.Seed);
        var judged = PairedJudgement.Judge(paired, signFlip);
        return new PairSection(
            pair.First.Name,
            pair.Second.Name,
            endpoint.Id,
            PairedJudgement.Margin,
            input.Data.Simulated || pair.IsQuick(input) ? VerdictOutcome.NoClaim : judged,
            paired.Mean,
            paired.Interval95,
            paired.Interval90,
            paired.MinimumDetectable,
            signFlip,
            paired.Groups,
            judged == VerdictOutcome.Inconclusive ? PairedJudgement.MoreGroups(paired) : null);
    }

    private static PairSection NotMeasured(ComparedPair pair, Endpoint endpoint, int groups) => new(
        pair.First.Name,
        pair.Second.Name,
        endpoint.Id,
        PairedJudgement.Margin,
        VerdictOutcome.NotMeasured,
        null,
        null,
        null,
        null,
        null,
        groups,
        null);
}
