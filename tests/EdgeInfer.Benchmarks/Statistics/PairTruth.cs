using EdgeInfer.Evaluation.Groups;
using MathNet.Numerics.Distributions;

namespace EdgeInfer.Benchmarks.Statistics;

/// <summary>Two models of known accuracy.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="First">Accuracy of the first.</param>
/// <param name="Second">Accuracy of the second.</param>
/// <param name="FailingShare">Share of groups in which the second loses 25 points.</param>
/// <param name="Changed">
/// Share of windows that the second answers otherwise than the first, as int8 does to fp32; null where each is drawn by itself.
/// </param>
internal sealed record PairTruth(string Name, double First, double Second, double FailingShare = 0, double? Changed = null)
{
    private const double LossWhereItFails = 0.25;

    /// <summary>Truths outside a margin of one point.</summary>
    public static IReadOnlyList<PairTruth> Different { get; } =
    [
        new(".99 and .97", 0.99, 0.97),
        new("1 and .985", 1, 0.985),
        new("1 and .98", 1, 0.98),
        new("a tenth loses 25, base 1", 1, 1, 0.1),
        new("a tenth loses 25, base .99", 0.99, 0.99, 0.1),
        new("a tenth loses 25, base .95", 0.95, 0.95, 0.1),
        new("a tenth loses 25, paired, .001 changed", 0.95, 0.95, 0.1, Changed: 0.001),
        new("a tenth loses 25, paired, .005 changed", 0.95, 0.95, 0.1, Changed: 0.005),
    ];

    public PairedDifference Draw(Random random, int groups, int windows)
    {
        var (first, second) = (new double[groups], new double[groups]);
        for (var group = 0; group < groups; group++)
        {
            var fails = random.NextDouble() < FailingShare;
            first[group] = Share(random, First, windows);
            second[group] = Changed is { } changed
                ? first[group] + Change(random, changed, windows) - (fails ? Share(random, LossWhereItFails, windows) : 0)
                : Share(random, fails ? Second - LossWhereItFails : Second, windows);
        }

        return PairedDifference.Of(first, second, [.. Enumerable.Repeat((long)windows, groups)]);
    }

    /// <summary>Differences as plain numbers, of so many windows that they count for nothing.</summary>
    public static PairedDifference Normal(Random random, int groups, double mean, double deviation)
    {
        var differences = new double[groups];
        MathNet.Numerics.Distributions.Normal.Samples(random, differences, mean, deviation);
        return PairedDifference.Of(differences, new double[groups], [.. Enumerable.Repeat(1_000_000L, groups)]);
    }

    private static double Change(Random random, double share, int windows) =>
        Share(random, share / 2, windows) - Share(random, share / 2, windows);

    private static double Share(Random random, double accuracy, int windows) =>
        (double)Binomial.Sample(random, accuracy, windows) / windows;
}
