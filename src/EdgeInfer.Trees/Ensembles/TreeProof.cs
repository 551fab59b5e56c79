using static System.FormattableString;

namespace EdgeInfer.Trees.Ensembles;

/// <summary>The proof for one tree: values allowed, indices in range, every node and leaf under exactly one parent.</summary>
internal static class TreeProof
{
    public static EnsembleFault? FirstFault(DecisionTree tree, int featureCount) =>
        LengthFault(tree) ?? ValueFault(tree, featureCount) ?? ShapeFault(tree);

    private static EnsembleFault? LengthFault(DecisionTree tree)
    {
        var nodes = tree.NodeCount;
        if (tree.Threshold.Length != nodes || tree.Left.Length != nodes || tree.Right.Length != nodes)
            return new("trees", Invariant(
                $"{nodes} features, {tree.Threshold.Length} thresholds, {tree.Left.Length} left and {tree.Right.Length} right children"));
        if (tree.Leaves.Length != nodes + 1)
            return new("leaves", Invariant($"{tree.Leaves.Length} leaves for {nodes} nodes"));
        if (tree.MissingLeft is { } missing && missing.Length != nodes)
            return new("trees", Invariant($"{missing.Length} directions of missing values for {nodes} nodes"));
        return tree.LeafRows is { } rows && rows.Length != nodes + 1
            ? new("leafrows", Invariant($"{rows.Length} row counts for {nodes + 1} leaves"))
            : null;
    }

    private static EnsembleFault? ValueFault(DecisionTree tree, int featureCount)
    {
        for (var node = 0; node < tree.NodeCount; node++)
        {
            if ((uint)tree.Feature[node] >= (uint)featureCount)
                return new("trees", Invariant($"feature {tree.Feature[node]} outside 0 to {featureCount - 1}"), Node: node);
            if (float.IsNaN(tree.Threshold[node]))
                return new("trees", "threshold is NaN", Node: node);
        }

        for (var leaf = 0; leaf < tree.Leaves.Length; leaf++)
        {
            if (!double.IsFinite(tree.Leaves[leaf]))
                return new("leaves", Invariant($"leaf {leaf} is {tree.Leaves[leaf]}, not finite"));
        }

        var negative = Array.FindIndex(tree.LeafRows ?? [], rows => rows < 0);
        return negative >= 0 ? new("leafrows", Invariant($"leaf {negative} has {tree.LeafRows![negative]} rows")) : null;
    }

    private static EnsembleFault? ShapeFault(DecisionTree tree)
    {
        if (tree.NodeCount == 0)
            return null;
        var depth = new int[tree.NodeCount];
        var leafSeen = new bool[tree.Leaves.Length];
        var queue = new int[tree.NodeCount];
        depth[0] = 1;
        var queued = 1;
        for (var taken = 0; taken < queued; taken++)
        {
            var node = queue[taken];
            if (depth[node] > EnsembleLimits.Depth)
                return new("trees", Invariant($"deeper than {EnsembleLimits.Depth}"), Node: node);
            if (Visit(tree.Left[node], node) is { } left)
                return left;
            if (Visit(tree.Right[node], node) is { } right)
                return right;
        }

        // Reached nodes have two children each, every one with a single parent: all nodes reached means all leaves.
        var orphan = Array.IndexOf(depth, 0);
        return orphan >= 0 ? new("trees", "unreachable from the root", Node: orphan) : null;

        EnsembleFault? Visit(int child, int parent)
        {
            if (child < 0 ? ~child >= leafSeen.Length : child >= depth.Length)
                return new("trees", Invariant($"child {child} outside {-leafSeen.Length} to {depth.Length - 1}"), Node: parent);
            if (child < 0 ? leafSeen[~child] : depth[child] != 0)
                return new("trees", Invariant($"child {child} has another parent or is its own ancestor"), Node: parent);
            if (child < 0)
            {
                leafSeen[~child] = true;
                return null;
            }

            depth[child] = depth[parent] + 1;
            queue[queued++] = child;
            return null;
        }
    }
}
