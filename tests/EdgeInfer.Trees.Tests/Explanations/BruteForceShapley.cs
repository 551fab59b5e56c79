using System.Numerics;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Tests.Explanations;

/// <summary>
/// Shapley values by their definition: every subset of features, the others averaged over by the training rows below each node.
/// </summary>
internal static class BruteForceShapley
{
    /// <summary>Of one output; the last is the expected value.</summary>
    public static double[] Of(TreeEnsemble ensemble, int output, float[] row)
    {
        DecisionTree[] trees = [.. ensemble.Trees.Where(tree => tree.Output == output)];
        var scale = ensemble.Aggregation == Aggregation.Mean ? 1.0 / trees.Length : 1;
        var count = ensemble.FeatureCount;
        double[] known = [.. Enumerable.Range(0, 1 << count).Select(set => scale * trees.Sum(tree => Expected(tree, row, set)))];
        var values = new double[count + 1];
        values[count] = known[0];
        for (var feature = 0; feature < count; feature++)
        {
            for (var set = 0; set < known.Length; set++)
            {
                if ((set & (1 << feature)) == 0)
                    values[feature] += Weight(BitOperations.PopCount((uint)set), count) * (known[set | (1 << feature)] - known[set]);
            }
        }

        return values;
    }

    private static double Expected(DecisionTree tree, float[] row, int known)
    {
        return tree.NodeCount == 0 ? tree.Leaves[0] : At(0);

        double At(int node)
        {
            if (node < 0)
                return tree.Leaves[~node];
            var value = row[tree.Feature[node]];
            var left = float.IsNaN(value) ? tree.MissingLeft?[node] ?? false : value <= tree.Threshold[node];
            if ((known & (1 << tree.Feature[node])) != 0)
                return At(left ? tree.Left[node] : tree.Right[node]);
            var (leftRows, rightRows) = (Rows(tree.Left[node]), Rows(tree.Right[node]));
            var share = leftRows + rightRows == 0 ? 0.5 : leftRows / (leftRows + rightRows);
            return (share * At(tree.Left[node])) + ((1 - share) * At(tree.Right[node]));
        }

        double Rows(int node) => node < 0 ? tree.LeafRows![~node] : Rows(tree.Left[node]) + Rows(tree.Right[node]);
    }

    /// <summary>|S|! (n - |S| - 1)! / n!.</summary>
    private static double Weight(int size, int features)
    {
        var weight = 1.0 / features;
        for (var i = 1; i <= size; i++)
            weight *= i / (double)(features - i);
        return weight;
    }
}
