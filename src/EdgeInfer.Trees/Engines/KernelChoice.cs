using System.Diagnostics;
using EdgeInfer.Trees.Engines.Batches;
using EdgeInfer.Trees.Engines.Heads;
using EdgeInfer.Trees.Engines.Thresholds;
using EdgeInfer.Trees.Engines.Walk;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines;

/// <summary>The kernels that an ensemble can have on this processor, and which of them is the fastest.</summary>
internal sealed class KernelChoice(TreeEnsemble ensemble)
{
    private const int CalibrationRows = 16;
    private const int CalibrationRounds = 5;

    private readonly ThresholdTable _table = new(ensemble);

    /// <summary>Kernels whose instructions this processor has.</summary>
    public IEnumerable<TreeKernel> Supported => Enum.GetValues<TreeKernel>().Where(kernel => IsSupported(kernel) && Of(kernel) is not null);

    /// <summary>The kernel that takes least time on rows that fall among the thresholds, at its best of a few rounds.</summary>
    public (TreeKernel Kernel, LeafSum Sum) Fastest()
    {
        var rows = Rows();
        var candidates = Enum.GetValues<TreeKernel>()
            .Where(kernel => kernel != TreeKernel.Reference && IsSupported(kernel))
            .Select(kernel => (Kernel: kernel, Sum: Of(kernel)))
            .Where(candidate => candidate.Sum is not null)
            .Select(candidate => (candidate.Kernel, Sum: candidate.Sum!))
            .ToArray();
        var best = Enumerable.Repeat(long.MaxValue, candidates.Length).ToArray();
        var sums = new double[ensemble.OutputCount];
        for (var round = 0; round < CalibrationRounds; round++)
        {
            for (var i = 0; i < candidates.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                foreach (var row in rows)
                    candidates[i].Sum.Of(row, sums);
                best[i] = Math.Min(best[i], Stopwatch.GetTimestamp() - start);
            }
        }

        return candidates[Array.IndexOf(best, best.Min())];
    }

    /// <summary>Null where the ensemble has more features than the kernel can look up.</summary>
    public LeafSum? Of(TreeKernel kernel) => kernel switch
    {
        TreeKernel.Reference => new OrderedSum(ensemble),
        TreeKernel.Walk => Walk(),
        TreeKernel.Heads128 when NeonLanes.IsSupported => HeadSweep<NeonLanes>.TryOf(ensemble, _table),
        TreeKernel.Heads128 => HeadSweep<SseLanes>.TryOf(ensemble, _table),
        TreeKernel.Heads256 => HeadSweep<AvxLanes>.TryOf(ensemble, _table),
        TreeKernel.Heads512 => (LeafSum?)HeadSweep<ZmmLanes<OneRankRegister>>.TryOf(ensemble, _table)
            ?? (LeafSum?)HeadSweep<ZmmLanes<TwoRankRegisters>>.TryOf(ensemble, _table)
            ?? HeadSweep<ZmmLanes<FourRankRegisters>>.TryOf(ensemble, _table),
        _ => throw new ArgumentOutOfRangeException(nameof(kernel), kernel, "no such kernel"),
    };

    /// <summary>Null where a tree has too many leaves.</summary>
    public BatchSum? Batch() => BatchSum.TryOf(ensemble, _table);

    private static bool IsSupported(TreeKernel kernel) => kernel switch
    {
        TreeKernel.Heads128 => NeonLanes.IsSupported || SseLanes.IsSupported,
        TreeKernel.Heads256 => AvxLanes.IsSupported,
        TreeKernel.Heads512 => ZmmLanes<OneRankRegister>.IsSupported,
        _ => true,
    };

    private LeafSum Walk() => WalkLayout<NarrowNode>.TryOf(ensemble, _table) is { } narrow
        ? new InterleavedWalk<NarrowNode>(narrow, _table)
        : new InterleavedWalk<WideNode>(WalkLayout<WideNode>.Of(ensemble, _table), _table);

    private float[][] Rows()
    {
        var random = new Random(0);
        var rows = new float[CalibrationRows][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new float[ensemble.FeatureCount];
            foreach (var segment in _table.Segments)
                rows[i][segment.Feature] = _table.Thresholds[segment.First + random.Next(segment.Count)];
        }

        return rows;
    }
}
