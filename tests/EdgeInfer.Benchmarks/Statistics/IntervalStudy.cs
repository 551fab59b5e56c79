using EdgeInfer.Evaluation.Groups;
using MathNet.Numerics.Distributions;

namespace EdgeInfer.Benchmarks.Statistics;

/// <summary>How often the interval of an accuracy holds the true mean, and how often there is one.</summary>
internal static class IntervalStudy
{
    public static readonly int[] Groups = [2, 3, 5, 6, 8, 10, 17, 30];

    private static readonly (string Name, double Mean, int? Windows, Func<Random, double> Draw)[] Populations =
    [
        ("normal .9, .05", 0.9, null, random => Normal.Sample(random, 0.9, 0.05)),
        ("beta(18, 2)", 0.9, null, random => Beta.Sample(random, 18, 2)),
        ("beta(9, .5)", 9 / 9.5, null, random => Beta.Sample(random, 9, 0.5)),
        ("beta(9, .5), 20 windows", 9 / 9.5, 20, random => Binomial.Sample(random, Beta.Sample(random, 9, 0.5), 20) / 20.0),
        ("beta(18, 2), 10 windows", 0.9, 10, random => Binomial.Sample(random, Beta.Sample(random, 18, 2), 10) / 10.0),
        ("binomial .98", 0.98, 10, random => Binomial.Sample(random, 0.98, 10) / 10.0),
        ("binomial .97", 0.97, 5, random => Binomial.Sample(random, 0.97, 5) / 5.0),
    ];

    public static IEnumerable<StudyRow> Run(int runs) =>
        from population in Populations
        from groups in Groups
        from row in Cell(population, groups, runs)
        select row;

    private static StudyRow[] Cell((string Name, double Mean, int? Windows, Func<Random, double> Draw) population, int groups, int runs)
    {
        var random = new Random(groups);
        var (before, now, printed) = (0, 0, 0);
        for (var run = 0; run < runs; run++)
        {
            double[] shares = [.. Enumerable.Range(0, groups).Select(_ => population.Draw(random))];
            before += FormerRules.Share(shares)!.Value.Contains(population.Mean) ? 1 : 0;
            if (ShareInterval.Of(shares, (long)groups * (population.Windows ?? 1_000_000)) is not { } interval)
                continue;
            printed++;
            now += interval.Contains(population.Mean) && interval.Low < interval.High ? 1 : 0;
        }

        return
        [
            new(
                "interval holds", population.Name, groups, population.Windows,
                (double)before / runs, (double)now / printed, (0.93, 1), runs),
            new("interval printed", population.Name, groups, population.Windows, null, (double)printed / runs, (0.95, 1), runs),
        ];
    }
}
