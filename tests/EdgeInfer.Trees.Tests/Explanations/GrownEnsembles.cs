using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Tests.Explanations;

/// <summary>Large regressions of random trees over features from 0 to 1, rows spread unevenly over the leaves.</summary>
internal static class GrownEnsembles
{
    public static TreeEnsemble Make(int trees, int leaves, int features, int seed)
    {
        var random = new Random(seed);
        return new(
            features,
            1,
            [.. Enumerable.Range(0, trees).Select(_ => Tree(random, leaves, features))],
            Aggregation.Sum,
            new EnsembleLink.Identity());
    }

    public static double LeafOf(DecisionTree tree, float[] row)
    {
        var node = 0;
        while (node >= 0)
            node = row[tree.Feature[node]] <= tree.Threshold[node] ? tree.Left[node] : tree.Right[node];
        return tree.Leaves[~node];
    }

    /// <summary>Splits a random leaf until there are enough.</summary>
    private static DecisionTree Tree(Random random, int leaves, int features)
    {
        var nodes = leaves - 1;
        var (left, right) = (new int[nodes], new int[nodes]);
        (left[0], right[0]) = (~0, ~1);
        var parents = new List<(int[] Side, int Node)> { (left, 0), (right, 0) };
        for (var node = 1; node < nodes; node++)
        {
            var leaf = random.Next(parents.Count);
            parents[leaf].Side[parents[leaf].Node] = node;
            (left[node], right[node]) = (~leaf, ~(node + 1));
            parents[leaf] = (left, node);
            parents.Add((right, node));
        }

        return new(
            0, [.. left.Select(_ => random.Next(features))], [.. left.Select(_ => (float)random.NextDouble())], left, right,
            [.. Enumerable.Range(0, leaves).Select(_ => random.NextDouble() - 0.5)])
        {
            LeafRows = [.. Enumerable.Range(0, leaves).Select(_ => random.Next(100))],
        };
    }
}
