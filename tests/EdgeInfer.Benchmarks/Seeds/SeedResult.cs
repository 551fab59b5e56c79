using EdgeInfer.Evaluation.Classification;

namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>What the model of one seed is worth on the test windows.</summary>
/// <param name="Seed">Of its training.</param>
/// <param name="Groups">Accuracy in each test group, 0 to 1, in the same order for every model.</param>
/// <param name="Windows">Windows of each test group, in the same order.</param>
/// <param name="Pooled">Accuracy of all windows.</param>
/// <param name="MacroF1">Mean over groups.</param>
/// <param name="Bytes">Of the file.</param>
internal sealed record SeedResult(
    int Seed, IReadOnlyList<double> Groups, IReadOnlyList<long> Windows, double Pooled, double MacroF1, long Bytes)
{
    public double Accuracy => Groups.Average();

    public static SeedResult Of(int seed, ClassificationReport report, long bytes) => new(
        seed,
        [.. report.PerGroup.Select(group => group.Accuracy)],
        [.. report.PerGroup.Select(group => group.Windows)],
        report.PooledAccuracy,
        report.MacroF1.Value,
        bytes);
}
