using EdgeInfer.Measurement.Groups;

namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>A model over several seeds.</summary>
/// <param name="Seeds">Seeds that gave one.</param>
/// <param name="Accuracy">Mean over test groups.</param>
/// <param name="Pooled">Accuracy of all windows.</param>
/// <param name="MacroF1">Mean over test groups.</param>
/// <param name="MinusFp32">
/// Accuracy minus that of the network in fp32 of the same seed: a group's difference is averaged over the seeds before groups are
/// compared. Null for the network in fp32 itself.
/// </param>
/// <param name="Bytes">Of the file.</param>
/// <param name="BytesOfFp32">Mean size as a share of the mean size in fp32.</param>
internal sealed record SeedFigures(
    int Seeds, Averaged Accuracy, Averaged Pooled, Averaged MacroF1, PairedDifference? MinusFp32, Averaged Bytes, double BytesOfFp32)
{
    /// <param name="results">One a seed.</param>
    /// <param name="fp32">The networks that they were made from, of these seeds and maybe of others.</param>
    /// <returns>Null where no seed gave one.</returns>
    public static SeedFigures? Of(IReadOnlyList<SeedResult> results, IReadOnlyList<SeedResult> fp32)
    {
        if (results.Count == 0)
            return null;
        SeedResult[] sources = [.. results.Select(result => fp32.Single(source => source.Seed == result.Seed))];
        return new(
            results.Count,
            Over(results, result => result.Accuracy),
            Over(results, result => result.Pooled),
            Over(results, result => result.MacroF1),
            ReferenceEquals(results, fp32) ? null : PairedDifference.Of(OverSeeds(results), OverSeeds(sources)),
            Over(results, result => result.Bytes),
            results.Average(result => result.Bytes) / sources.Average(source => source.Bytes));
    }

    private static Averaged Over(IReadOnlyList<SeedResult> results, Func<SeedResult, double> figure) => Averaged.Of([.. results.Select(figure)])!;

    /// <summary>Each group's accuracy.</summary>
    private static double[] OverSeeds(IReadOnlyList<SeedResult> results) =>
        [.. Enumerable.Range(0, results[0].Groups.Count).Select(group => results.Average(result => result.Groups[group]))];
}
