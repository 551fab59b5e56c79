namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>What making a model cost over several seeds, a process each.</summary>
/// <param name="CpuSeconds">CPU time.</param>
/// <param name="WallSeconds">Elapsed time.</param>
/// <param name="PeakMebibytes">Largest resident memory.</param>
/// <param name="Epochs">Epochs run; null where no network was trained.</param>
internal sealed record CostFigures(Averaged CpuSeconds, Averaged WallSeconds, Averaged PeakMebibytes, Averaged? Epochs)
{
    /// <returns>Null where no run came to its end.</returns>
    public static CostFigures? Of(IReadOnlyList<RunRecord> runs) => runs.Count == 0 ? null : new(
        Over(runs, run => run.Cost.CpuSeconds),
        Over(runs, run => run.Cost.WallSeconds),
        Over(runs, run => run.Cost.PeakMebibytes),
        Averaged.Of([.. runs.Select(run => run.Epochs).OfType<int>().Select(epochs => (double)epochs)]));

    private static Averaged Over(IReadOnlyList<RunRecord> runs, Func<RunRecord, double> figure) => Averaged.Of([.. runs.Select(figure)])!;
}
