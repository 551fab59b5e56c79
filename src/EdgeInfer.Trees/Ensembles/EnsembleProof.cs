using static System.FormattableString;

namespace EdgeInfer.Trees.Ensembles;

/// <summary>
/// Proves that every walk through an ensemble ends at one of its leaves and that every score is a finite float, so
/// that no engine has to check either for each window.
/// </summary>
internal static class EnsembleProof
{
    /// <summary>The first fault, or null where the ensemble is sound.</summary>
    public static EnsembleFault? FirstFault(TreeEnsemble ensemble) =>
        HeaderFault(ensemble) ?? CalibrationFault(ensemble) ?? TreesFault(ensemble) ?? ScoreFault(ensemble);

    private static EnsembleFault? HeaderFault(TreeEnsemble ensemble)
    {
        if (ensemble.FeatureCount is < 1 or > EnsembleLimits.Features)
            return new("header", Invariant($"{ensemble.FeatureCount} features, not 1 to {EnsembleLimits.Features}"));
        if (ensemble.OutputCount is < 1 or > EnsembleLimits.Outputs)
            return new("header", Invariant($"{ensemble.OutputCount} outputs, not 1 to {EnsembleLimits.Outputs}"));
        if (!Enum.IsDefined(ensemble.Aggregation))
            return new("header", Invariant($"aggregation {(int)ensemble.Aggregation} is unknown"));
        if (ensemble is { OutputCount: 1, Link: EnsembleLink.Softmax })
            return new("header", "softmax of a single output");
        return ensemble.Trees.Count is < 1 or > EnsembleLimits.Trees
            ? new("trees", Invariant($"{ensemble.Trees.Count} trees, not 1 to {EnsembleLimits.Trees}"))
            : null;
    }

    private static EnsembleFault? CalibrationFault(TreeEnsemble ensemble)
    {
        if (ensemble.Link is not EnsembleLink.Platt platt)
            return null;
        if (platt.Outputs.Count != ensemble.OutputCount)
            return new("calibration", Invariant($"{platt.Outputs.Count} calibrations for {ensemble.OutputCount} outputs"));
        for (var output = 0; output < platt.Outputs.Count; output++)
        {
            var (slope, offset) = platt.Outputs[output];
            if (!double.IsFinite(slope) || !double.IsFinite(offset))
                return new("calibration", Invariant($"output {output}: slope {slope} and offset {offset} must be finite"));
        }

        return null;
    }

    private static EnsembleFault? TreesFault(TreeEnsemble ensemble)
    {
        long nodes = 0;
        for (var index = 0; index < ensemble.Trees.Count; index++)
        {
            var tree = ensemble.Trees[index];
            nodes += tree.NodeCount;
            if (nodes > EnsembleLimits.Nodes)
                return new("trees", Invariant($"more than {EnsembleLimits.Nodes} nodes"), index);
            if ((uint)tree.Output >= (uint)ensemble.OutputCount)
                return new("trees", Invariant($"output {tree.Output} outside 0 to {ensemble.OutputCount - 1}"), index);
            if (TreeProof.FirstFault(tree, ensemble.FeatureCount) is { } fault)
                return fault with { Tree = index };
        }

        return null;
    }

    private static EnsembleFault? ScoreFault(TreeEnsemble ensemble)
    {
        var largest = new double[ensemble.OutputCount];
        var trees = new int[ensemble.OutputCount];
        foreach (var tree in ensemble.Trees)
        {
            trees[tree.Output]++;
            largest[tree.Output] += tree.Leaves.Max(Math.Abs);
        }

        for (var output = 0; output < trees.Length; output++)
        {
            if (trees[output] == 0)
                return new("trees", Invariant($"output {output} has no tree"));
            if (!(largest[output] <= float.MaxValue))
                return new("leaves", Invariant($"output {output} can reach {largest[output]}, more than a float holds"));
        }

        return null;
    }
}
