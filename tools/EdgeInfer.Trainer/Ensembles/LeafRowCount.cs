using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Ensembles;

/// <summary>Counts the rows in each leaf, which explanations weigh by and ML.NET does not tell.</summary>
internal static class LeafRowCount
{
    /// <summary>The ensemble with <see cref="DecisionTree.LeafRows"/> of <paramref name="rows"/>.</summary>
    public static TreeEnsemble In(TreeEnsemble ensemble, IReadOnlyList<float[]> rows) =>
        ensemble with { Trees = [.. ensemble.Trees.Select(tree => tree with { LeafRows = Counts(tree, rows) })] };

    private static int[] Counts(DecisionTree tree, IReadOnlyList<float[]> rows)
    {
        var counts = new int[tree.Leaves.Length];
        foreach (var row in rows)
            counts[LeafOf(tree, row)]++;
        return counts;
    }

    private static int LeafOf(DecisionTree tree, float[] row)
    {
        var node = tree.NodeCount > 0 ? 0 : ~0;
        while (node >= 0)
        {
            var value = row[tree.Feature[node]];
            var goesLeft = float.IsNaN(value) ? tree.MissingLeft?[node] ?? false : value <= tree.Threshold[node];
            node = goesLeft ? tree.Left[node] : tree.Right[node];
        }

        return ~node;
    }
}
