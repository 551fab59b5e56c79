using System.Globalization;
using System.Text;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.LightGbm;

/// <summary>
/// An ensemble as LightGBM's text model, so that its own predictor walks the very same trees. LightGBM has one tree of
/// each class in an iteration: outputs with fewer trees are filled up with trees of nothing.
/// </summary>
internal static class LightGbmText
{
    private const int MissingIsNaN = 2 << 2;
    private const int DefaultLeft = 2;

    /// <param name="ensemble">Sums, not means; its raw scores are LightGBM's raw scores.</param>
    public static string Write(TreeEnsemble ensemble)
    {
        if (ensemble.Aggregation != Aggregation.Sum)
            throw new ArgumentException("LightGBM's text is written for sums of trees alone", nameof(ensemble));
        string[] trees = [.. ByIteration(ensemble).Select(Tree)];
        var features = Enumerable.Range(0, ensemble.FeatureCount);
        var text = new StringBuilder("tree\nversion=v4\n");
        Field(text, "num_class", [ensemble.OutputCount]);
        Field(text, "num_tree_per_iteration", [ensemble.OutputCount]);
        Field(text, "label_index", [0]);
        Field(text, "max_feature_idx", [ensemble.FeatureCount - 1]);
        Field(text, "feature_names", features.Select(feature => $"f{feature}"));
        Field(text, "feature_infos", features.Select(_ => "[-inf:inf]"));
        Field(text, "tree_sizes", trees.Select(tree => tree.Length));
        return text.Append('\n').AppendJoin("", trees).Append("end of trees\n\nparameters:\nend of parameters\n").ToString();
    }

    private static IEnumerable<(DecisionTree Tree, int Number)> ByIteration(TreeEnsemble ensemble)
    {
        var nothing = new DecisionTree(0, [], [], [], [], [0]) { LeafRows = [1] };
        var outputs = Enumerable.Range(0, ensemble.OutputCount)
            .Select(output => ensemble.Trees.Where(tree => tree.Output == output).ToArray()).ToArray();
        var iterations = outputs.Max(trees => trees.Length);
        return Enumerable.Range(0, iterations)
            .SelectMany(iteration => outputs.Select(trees => iteration < trees.Length ? trees[iteration] : nothing))
            .Select((tree, number) => (tree, number));
    }

    private static string Tree((DecisionTree Tree, int Number) numbered)
    {
        var (tree, number) = numbered;
        var nodes = Enumerable.Range(0, tree.NodeCount);
        var leafRows = tree.LeafRows ?? [.. tree.Leaves.Select(_ => 1)];
        var text = new StringBuilder();
        Field(text, "Tree", [number]);
        Field(text, "num_leaves", [tree.Leaves.Length]);
        Field(text, "num_cat", [0]);
        Field(text, "split_feature", tree.Feature);
        Field(text, "split_gain", nodes.Select(_ => 0));
        Field(text, "threshold", tree.Threshold.Select(threshold => (double)threshold));
        Field(text, "decision_type", nodes.Select(node => MissingIsNaN | (tree.MissingLeft?[node] ?? false ? DefaultLeft : 0)));
        Field(text, "left_child", tree.Left);
        Field(text, "right_child", tree.Right);
        Field(text, "leaf_value", tree.Leaves);
        Field(text, "leaf_weight", leafRows);
        Field(text, "leaf_count", leafRows);
        Field(text, "internal_value", nodes.Select(_ => 0));
        Field(text, "internal_weight", nodes.Select(_ => 0));
        Field(text, "internal_count", NodeRows(tree, leafRows));
        Field(text, "is_linear", [0]);
        Field(text, "shrinkage", [1]);
        return text.Append("\n\n").ToString();
    }

    private static long[] NodeRows(DecisionTree tree, int[] leafRows)
    {
        var rows = new long[tree.NodeCount];
        if (tree.NodeCount > 0)
            Fill(0);
        return rows;

        long Fill(int node) => rows[node] = Child(tree.Left[node]) + Child(tree.Right[node]);

        long Child(int child) => child < 0 ? leafRows[~child] : Fill(child);
    }

    private static void Field<T>(StringBuilder text, string name, IEnumerable<T> values)
        where T : IFormattable =>
        Field(text, name, values.Select(value => value.ToString(null, CultureInfo.InvariantCulture)));

    private static void Field(StringBuilder text, string name, IEnumerable<string> values) =>
        text.Append(name).Append('=').AppendJoin(' ', values).Append('\n');
}
