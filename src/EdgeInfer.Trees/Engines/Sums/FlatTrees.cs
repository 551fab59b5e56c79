using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Sums;

/// <summary>
/// All trees in one set of arrays. Trees are grouped by output, in their order inside each: every output's sum is
/// still taken in the ensemble's order.
/// </summary>
/// <param name="Left">Child a node: an index into these arrays, or the complement of an index into the leaves.</param>
/// <param name="Roots">Where a tree starts, in the same notation.</param>
/// <param name="FirstTree">First tree of each output, and the number of trees at the end.</param>
internal sealed record FlatTrees(
    int[] Feature, float[] Threshold, bool[] MissingLeft, int[] Left, int[] Right, double[] Leaves, int[] Roots, int[] FirstTree)
{
    public static FlatTrees Of(TreeEnsemble ensemble)
    {
        var trees = ensemble.Trees.OrderBy(tree => tree.Output).ToArray();
        var nodes = trees.Sum(tree => tree.NodeCount);
        var flat = new FlatTrees(
            new int[nodes], new float[nodes], new bool[nodes], new int[nodes], new int[nodes],
            new double[nodes + trees.Length], new int[trees.Length], new int[ensemble.OutputCount + 1]);
        var (node, leaf) = (0, 0);
        for (var index = 0; index < trees.Length; index++)
        {
            var tree = trees[index];
            flat.Roots[index] = tree.NodeCount == 0 ? ~leaf : node;
            flat.FirstTree[tree.Output + 1] = index + 1;
            flat.Append(tree, node, leaf);
            node += tree.NodeCount;
            leaf += tree.Leaves.Length;
        }

        return flat;
    }

    /// <summary>Sum of an output's leaves, in the ensemble's order.</summary>
    public double SumOf(int output, ReadOnlySpan<float> features)
    {
        var sum = 0.0;
        for (var tree = FirstTree[output]; tree < FirstTree[output + 1]; tree++)
            sum += LeafOf(Roots[tree], features);
        return sum;
    }

    private double LeafOf(int node, ReadOnlySpan<float> features)
    {
        while (node >= 0)
        {
            var value = features[Feature[node]];
            var goesLeft = float.IsNaN(value) ? MissingLeft[node] : value <= Threshold[node];
            node = goesLeft ? Left[node] : Right[node];
        }

        return Leaves[~node];
    }

    private void Append(DecisionTree tree, int node, int leaf)
    {
        tree.Feature.CopyTo(Feature, node);
        tree.Threshold.CopyTo(Threshold, node);
        tree.MissingLeft?.CopyTo(MissingLeft, node);
        tree.Leaves.CopyTo(Leaves, leaf);
        for (var i = 0; i < tree.NodeCount; i++)
        {
            Left[node + i] = Moved(tree.Left[i]);
            Right[node + i] = Moved(tree.Right[i]);
        }

        int Moved(int child) => child < 0 ? ~(~child + leaf) : child + node;
    }
}
