using System.Diagnostics;
using EdgeInfer.Trees.Engines.Batches;
using EdgeInfer.Trees.Engines.Heads;
using EdgeInfer.Trees.Engines.Sums;
using EdgeInfer.Trees.Engines.Thresholds;
using EdgeInfer.Trees.Engines.Walk;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines;

/// <summary>The kernels that an ensemble can have on this processor, and which of them is the fastest.</summary>
internal sealed class KernelChoice(TreeEnsemble ensemble)
{
    /// <summary>Larger ensembles are walked plainly: every other layout would take several times their memory.</summary>
    private const int LargestNodes = 500_000;

    private const int CalibrationRows = 16;
    private const int CalibrationRounds = 5;

    private ThresholdTable Table => field ??= new(ensemble);

    private bool IsLarge { get; } = ensemble.Trees.Sum(tree => (long)tree.NodeCount) > LargestNodes;

    /// <summary>Kernels whose instructions this processor has.</summary>
    public IEnumerable<TreeKernel> Supported => Enum.GetValues<TreeKernel>().Where(kernel => IsSupported(kernel) && Of(kernel) is not null);

    /// <summary>Whether this processor has the kernel's instructions.</summary>
    public static bool IsSupported(TreeKernel kernel) => kernel switch
    {
        TreeKernel.Heads128 => NeonLanes.IsSupported || SseLanes.IsSupported,
        TreeKernel.Heads256 => AvxLanes.IsSupported,
        TreeKernel.Heads512 => VbmiPermutation.IsSupported,
        _ => true,
    };

    /// <summary>The kernel that takes least time on rows that fall among the thresholds, at its best of a few rounds.</summary>
    public (TreeKernel Kernel, LeafSum Sum) Fastest()
    {
        if (IsLarge)
            return (TreeKernel.Reference, new OrderedSum(ensemble));
        var rows = Rows();
        var candidates = Enum.GetValues<TreeKernel>()
            .Where(kernel => kernel != TreeKernel.Reference && IsSupported(kernel))
            .Select(kernel => (Kernel: kernel, Sum: Of(kernel)))
            .Where(candidate => candidate.Sum is not null)
            .Select(candidate => (candidate.Kernel, Sum: candidate.Sum!))
            .ToArray();
        var sums = new double[ensemble.OutputCount];
        return candidates.MinBy(candidate => BestTime(() =>
        {
            foreach (var row in rows)
                candidate.Sum.Of(row, sums);
        }));
    }

    /// <summary>Null where there is no batch, or it takes longer than its rows one by one: it answers all nodes of a tree.</summary>
    public BatchSum? FasterBatch(LeafSum single)
    {
        if (Batch() is not { } batch)
            return null;
        var rows = Rows();
        var sums = new double[ensemble.OutputCount * BatchSum.Rows];
        float[] together = [.. Enumerable.Range(0, BatchSum.Rows).SelectMany(i => rows[i % rows.Length])];
        var batched = BestTime(() => batch.Of(together, ensemble.FeatureCount, sums));
        var oneByOne = BestTime(() =>
        {
            for (var i = 0; i < BatchSum.Rows; i++)
                single.Of(rows[i % rows.Length], sums.AsSpan(0, ensemble.OutputCount));
        });
        return batched < oneByOne ? batch : null;
    }

    private static long BestTime(Action run)
    {
        var best = long.MaxValue;
        for (var round = 0; round < CalibrationRounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            run();
            best = Math.Min(best, Stopwatch.GetTimestamp() - start);
        }

        return best;
    }

    /// <summary>Null where the kernel has no layout for the ensemble: too many features, too many nodes.</summary>
    public LeafSum? Of(TreeKernel kernel) => kernel switch
    {
        TreeKernel.Reference => new OrderedSum(ensemble),
        _ when IsLarge => null,
        TreeKernel.Walk => Walk(),
        TreeKernel.Heads128 when NeonLanes.IsSupported =>
            (LeafSum?)HeadSweep<NeonLanes>.TryOf(ensemble, Table) ?? HeadSweep<WideNeonLanes>.TryOf(ensemble, Table),
        TreeKernel.Heads128 => HeadSweep<SseLanes>.TryOf(ensemble, Table),
        TreeKernel.Heads256 => HeadSweep<AvxLanes>.TryOf(ensemble, Table),
        TreeKernel.Heads512 => ZmmSweep.TryOf<VbmiPermutation>(ensemble, Table),
        _ => throw new ArgumentOutOfRangeException(nameof(kernel), kernel, "no such kernel"),
    };

    /// <summary>Null where a tree has too many leaves, or the ensemble too many nodes.</summary>
    public BatchSum? Batch() => IsLarge ? null : BatchSum.TryOf(ensemble, Table);

    private LeafSum Walk() => WalkLayout<NarrowNode>.TryOf(ensemble, Table) is { } narrow
        ? new InterleavedWalk<NarrowNode>(narrow, Table)
        : new InterleavedWalk<WideNode>(WalkLayout<WideNode>.Of(ensemble, Table), Table);

    private float[][] Rows()
    {
        var random = new Random(0);
        var rows = new float[CalibrationRows][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new float[ensemble.FeatureCount];
            foreach (var segment in Table.Segments)
                rows[i][segment.Feature] = Table.Thresholds[segment.First + random.Next(segment.Count)];
        }

        return rows;
    }
}
