using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Ensembles;

/// <summary>
/// Two rows for every split of an ensemble, both reaching it: one exactly on its threshold, one a unit in the last
/// place above. Together they pin the threshold, which random rows leave open for rare splits.
/// </summary>
internal static class SplitRows
{
    public static IEnumerable<float[]> Of(TreeEnsemble ensemble, IReadOnlyList<float[]> rows) =>
        ensemble.Trees.SelectMany((tree, index) => Below(tree, tree.NodeCount > 0 ? 0 : ~0, rows[index % rows.Count]));

    private static IEnumerable<float[]> Below(DecisionTree tree, int node, float[] row)
    {
        if (node < 0)
            return [];
        var onThreshold = With(row, tree.Feature[node], tree.Threshold[node]);
        var above = With(row, tree.Feature[node], MathF.BitIncrement(tree.Threshold[node]));
        return [onThreshold, .. Below(tree, tree.Left[node], onThreshold), above, .. Below(tree, tree.Right[node], above)];
    }

    private static float[] With(float[] row, int feature, float value)
    {
        float[] changed = [.. row];
        changed[feature] = value;
        return changed;
    }
}
