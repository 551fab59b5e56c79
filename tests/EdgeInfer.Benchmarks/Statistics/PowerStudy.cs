using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Benchmarks.Statistics;

/// <summary>Whether a true difference as large as the printed minimum is found in 80 % of runs, by the whole rule.</summary>
internal static class PowerStudy
{
    private const double Deviation = 0.03;

    public static readonly int[] Groups = [6, 7, 8, 10, 12];

    public static IEnumerable<StudyRow> Run(int runs) => Groups.Select(groups => Cell(groups, runs));

    private static StudyRow Cell(int groups, int runs)
    {
        var random = new Random(groups);
        // The printed figure depends on the spread seen; here the spread is known, so the figure is too.
        var unit = Scaled(PairTruth.Normal(random, groups, 0, 1));
        var least = DetectableDifference.Of(unit)!.Value;
        var found = 0;
        for (var run = 0; run < runs; run++)
        {
            var difference = PairTruth.Normal(random, groups, least, Deviation);
            var p = SignFlipTest.PValue(difference.Values, seed: 1);
            found += difference.Interval95 is { Low: > 0 } && p <= LookPlan.Level(1) ? 1 : 0;
        }

        return new("least difference found", "normal", groups, null, null, (double)found / runs, (0.78, 0.82), runs);
    }

    /// <summary>The same differences, stretched so that their deviation is the one drawn from.</summary>
    private static PairedDifference Scaled(PairedDifference drawn) => PairedDifference.Of(
        [.. drawn.Values.Select(value => (value - drawn.Mean) / drawn.Deviation * Deviation)],
        new double[drawn.Groups],
        drawn.Windows);
}
