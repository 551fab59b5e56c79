using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Evaluation.Verdicts;
using MathNet.Numerics.Distributions;

namespace EdgeInfer.Benchmarks.Statistics;

/// <summary>Whether what is equal is found to be: the cure of false equality may not be silence.</summary>
internal static class ReachStudy
{
    private const double LosslessSpread = 0.003;

    public static IEnumerable<StudyRow> Run(int runs) =>
    [
        Equal("spread 2 points, margin 3, plain numbers", 17, null, runs, random => PairTruth.Normal(random, 17, 0, 0.02)),
        Equal("spread 2 points, margin 3, both .95", 17, 50, runs, random => Spread(random, 17, 50, 0.95)),
        Equal("spread 2 points, margin 3, both .97", 17, 50, runs, random => Spread(random, 17, 50, 0.97)),
        .. ((int[])[10, 17, 30]).Select(groups => Lossless(groups, windows: null, runs)),
        .. from groups in (int[])[10, 17, 30]
           from windows in (int[])[50, 100, 200, 500]
           select Lossless(groups, windows, runs),
    ];

    private static StudyRow Equal(string truth, int groups, int? windows, int runs, Func<Random, PairedDifference> draw)
    {
        var random = new Random(17);
        var (before, now) = (0, 0);
        for (var run = 0; run < runs; run++)
        {
            var difference = draw(random);
            before += FormerRules.Equal(difference.Values, 0.03) ? 1 : 0;
            now += EqualityStudy.IsEqual(difference, 0.03) ? 1 : 0;
        }

        return new("equal, found so", truth, groups, windows, (double)before / runs, (double)now / runs, (0.6, 1), runs);
    }

    /// <summary>The true difference of each group varies by 2 points, and each window is drawn by itself.</summary>
    private static PairedDifference Spread(Random random, int groups, int windows, double accuracy)
    {
        var (first, second) = (new double[groups], new double[groups]);
        for (var group = 0; group < groups; group++)
        {
            var half = Normal.Sample(random, 0, 0.02) / 2;
            first[group] = (double)Binomial.Sample(random, Math.Clamp(accuracy + half, 0, 1), windows) / windows;
            second[group] = (double)Binomial.Sample(random, Math.Clamp(accuracy - half, 0, 1), windows) / windows;
        }

        return PairedDifference.Of(first, second, [.. Enumerable.Repeat((long)windows, groups)]);
    }

    private static StudyRow Lossless(int groups, int? windows, int runs)
    {
        var random = new Random(groups);
        var gate = new MarginGate(EqualityStudy.Margin, "accuracy", networks: 1);
        var (before, now) = (0, 0);
        for (var run = 0; run < runs; run++)
        {
            var difference = windows is { } count ? Flipped(random, groups, count) : PairTruth.Normal(random, groups, 0, LosslessSpread);
            before += FormerRules.Passes(difference.Values, EqualityStudy.Margin) ? 1 : 0;
            now += gate.Judge(difference).Passes ? 1 : 0;
        }

        return new(
            "lossless int8 passes", "spread 0.3 points", groups, windows, (double)before / runs, (double)now / runs,
            (windows is < 200 ? 0 : 0.8, 1), runs);
    }

    /// <summary>Each window's answer turns right or wrong as often as makes groups differ by 0.3 points.</summary>
    private static PairedDifference Flipped(Random random, int groups, int windows)
    {
        var chance = LosslessSpread * LosslessSpread * windows / 2;
        double[] differences =
        [
            .. Enumerable.Range(0, groups).Select(_ =>
                (Binomial.Sample(random, chance, windows) - Binomial.Sample(random, chance, windows)) / (double)windows),
        ];
        return PairedDifference.Of(differences, new double[groups], [.. Enumerable.Repeat((long)windows, groups)]);
    }
}
