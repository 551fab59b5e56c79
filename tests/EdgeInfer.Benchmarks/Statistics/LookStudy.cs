using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Evaluation.Verdicts;
using MathNet.Numerics.Distributions;

namespace EdgeInfer.Benchmarks.Statistics;

/// <summary>Recording as many more groups as the report asks for, until it asks for none.</summary>
internal static class LookStudy
{
    private const double Margin = 0.01;
    private const int MostLooks = 8;

    public static IEnumerable<StudyRow> Run(int runs) =>
        from groups in (int[])[6, 10, 20]
        from deviation in (double[])[0.02, 0.04]
        from difference in (double[])[0, 0.005, 0.02]
        from row in Cell(groups, difference, deviation, runs)
        select row;

    private static IEnumerable<StudyRow> Cell(int groups, double difference, double deviation, int runs)
    {
        var random = new Random(groups);
        var (supportedBefore, supported, asked, settled) = (0, 0, 0, 0);
        for (var run = 0; run < runs; run++)
        {
            var seed = random.Next();
            supportedBefore += FollowFormer(new Random(seed), groups, difference, deviation) ? 1 : 0;
            var outcomes = Follow(new Random(seed), groups, difference, deviation);
            supported += outcomes[^1] == VerdictOutcome.Supported ? 1 : 0;
            if (outcomes.Count < 2)
                continue;
            asked++;
            settled += outcomes[1] != VerdictOutcome.Inconclusive ? 1 : 0;
        }

        var truth = FormattableString.Invariant($"difference {difference * 100:0.#}, spread {deviation * 100:0.#} points");
        if (difference == 0)
            yield return new(
                "tie 'supported' in the end", truth, groups, null,
                (double)supportedBefore / runs, (double)supported / runs, (0, 0.06), runs);
        if (asked > 0)
            yield return new("one round settles", truth, groups, null, null, (double)settled / asked, (Reachable(difference), 1), asked);
    }

    /// <summary>Half a margin is the hardest truth: too much for equality, too little to be found.</summary>
    private static double Reachable(double difference) => difference == Margin / 2 ? 0.5 : 0.75;

    private static List<VerdictOutcome> Follow(Random random, int groups, double difference, double deviation)
    {
        List<double> values = [.. Draw(random, groups, difference, deviation)];
        List<VerdictOutcome> outcomes = [];
        while (true)
        {
            var paired = PairedDifference.Of(values, new double[values.Count], [.. values.Select(_ => 1_000_000L)]);
            var judged = PairedJudgement.Of(paired, PValue(values), Margin, outcomes.Count + 1);
            outcomes.Add(judged.Outcome);
            if (judged.Further is not { } further || outcomes.Count == MostLooks)
                return outcomes;
            values.AddRange(Draw(random, further.High, difference, deviation));
        }
    }

    private static bool FollowFormer(Random random, int groups, double difference, double deviation)
    {
        List<double> values = [.. Draw(random, groups, difference, deviation)];
        for (var look = 1; ; look++)
        {
            if (FormerRules.Equal(values, Margin))
                return false;
            if (!TInterval.Of(values)!.Value.Contains(0) && PValue(values) <= 0.05)
                return true;
            if (look == MostLooks || FormerRules.Further(values, Margin) is not { } further)
                return false;
            values.AddRange(Draw(random, further, difference, deviation));
        }
    }

    /// <summary>Of the sign-flip test where it is exact; above, that of the t test, from which it then hardly differs.</summary>
    private static double PValue(List<double> values)
    {
        if (values.Count <= SignFlipTest.ExactUpTo)
            return SignFlipTest.PValue(values, seed: 1);
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1.0) / values.Count);
        return 2 * StudentT.CDF(0, 1, values.Count - 1, -Math.Abs(mean) / error);
    }

    private static IEnumerable<double> Draw(Random random, int groups, double mean, double deviation) =>
        Enumerable.Range(0, groups).Select(_ => Normal.Sample(random, mean, deviation));
}
