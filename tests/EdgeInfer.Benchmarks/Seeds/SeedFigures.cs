using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>A model over several seeds.</summary>
/// <param name="Seeds">Seeds that gave one.</param>
/// <param name="Accuracy">Mean over test groups.</param>
/// <param name="Pooled">Accuracy of all windows.</param>
/// <param name="MacroF1">Mean over test groups.</param>
/// <param name="MinusFp32">
/// Accuracy minus that of the networks in fp32 of the same seeds, for trees of all seeds: a group's difference is averaged over the seeds
/// before groups are compared. Null for the network in fp32 itself.
/// </param>
/// <param name="Bytes">Of the file.</param>
/// <param name="BytesOfFp32">Mean size as a share of the mean size in fp32.</param>
internal sealed record SeedFigures(
    int Seeds, Averaged Accuracy, Averaged Pooled, Averaged MacroF1, PairedDifference? MinusFp32, Averaged Bytes, double BytesOfFp32)
{
    /// <param name="results">One a seed.</param>
    /// <param name="fp32">The networks that they were made from, of these seeds and maybe of others.</param>
    /// <returns>Null where no seed gave one.</returns>
    public static SeedFigures? Of(IReadOnlyList<SeedResult> results, IReadOnlyList<SeedResult> fp32) => results.Count == 0
        ? null
        : Against(
            results,
            [.. results.Select(result => fp32.Single(source => source.Seed == result.Seed))],
            isReference: ReferenceEquals(results, fp32));

    /// <param name="trees">Drawn from no seed, so compared with the mean of all networks.</param>
    /// <param name="fp32">Of every seed.</param>
    public static SeedFigures OfTrees(SeedResult trees, IReadOnlyList<SeedResult> fp32) => Against([trees], fp32, isReference: false);

    private static SeedFigures Against(IReadOnlyList<SeedResult> results, IReadOnlyList<SeedResult> sources, bool isReference) =>
        new(
            results.Count,
            Over(results, result => result.Accuracy),
            Over(results, result => result.Pooled),
            Over(results, result => result.MacroF1),
            isReference ? null : PairedDifference.Of(OverSeeds(results), OverSeeds(sources), results[0].Windows),
            Over(results, result => result.Bytes),
            results.Average(result => result.Bytes) / sources.Average(source => source.Bytes));

    private static Averaged Over(IReadOnlyList<SeedResult> results, Func<SeedResult, double> figure) =>
        Averaged.Of([.. results.Select(figure)])!;

    /// <summary>Each group's accuracy.</summary>
    private static double[] OverSeeds(IReadOnlyList<SeedResult> results) =>
        [.. Enumerable.Range(0, results[0].Groups.Count).Select(group => results.Average(result => result.Groups[group]))];
}
