using EdgeInfer.Evaluation.Events;
using MathNet.Numerics.Distributions;

namespace EdgeInfer.Benchmarks.Statistics;

/// <summary>How often the interval of false alarms holds the true rate, where machines differ in it.</summary>
internal static class AlarmStudy
{
    private const double SecondsPerDay = 86_400;

    public static IEnumerable<StudyRow> Run(int runs) => Run(runs, [0.2, 1, 5, 30], [6, 10, 17, 30]);

    public static IEnumerable<StudyRow> Run(int runs, double[] means, int[] sizes) =>
        from heavy in (bool[])[false, true]
        from variation in (double[])[0, 1, 2]
        from mean in means
        from groups in sizes
        where variation > 0 || !heavy
        select Cell(heavy, variation, mean, groups, runs);

    private static StudyRow Cell(bool heavy, double variation, double mean, int groups, int runs)
    {
        var random = new Random(groups);
        var (before, now) = (0, 0);
        for (var run = 0; run < runs; run++)
        {
            int[] counts = [.. Enumerable.Range(0, groups).Select(_ => Count(random, mean * Factor(random, heavy, variation)))];
            before += FormerRules.Alarms(counts).Contains(mean) ? 1 : 0;
            // Each group is watched for one day of windows of a second.
            var rate = FalseAlarmRate.Of([.. counts.Select(Watched)], hopSeconds: 1)!;
            now += rate.Low <= mean && mean <= rate.High ? 1 : 0;
        }

        var distribution = variation == 0 ? "" : heavy ? ", lognormal" : ", gamma";
        return new(
            "alarm interval holds",
            FormattableString.Invariant($"{mean} a group, CV {variation}{distribution}"),
            groups, null, (double)before / runs, (double)now / runs, (0.93, 1), runs);
    }

    private static EventCounts Watched(int alarms) => new(
        "group", Events: 0, Detected: 0, alarms, (long)SecondsPerDay, (long)SecondsPerDay, AlarmedNormalWindows: 0, [], RocAuc: null);

    private static int Count(Random random, double mean) => mean <= 0 ? 0 : Poisson.Sample(random, mean);

    private static double Factor(Random random, bool heavy, double variation)
    {
        if (variation == 0)
            return 1;
        var square = variation * variation;
        return heavy
            ? LogNormal.Sample(random, -0.5 * Math.Log(1 + square), Math.Sqrt(Math.Log(1 + square)))
            : Gamma.Sample(random, 1 / square, 1 / square);
    }
}
