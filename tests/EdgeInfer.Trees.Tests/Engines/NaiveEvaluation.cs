using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Tests.Engines;

/// <summary>The definition, written a second time, by recursion and without any rearrangement.</summary>
internal static class NaiveEvaluation
{
    public static float Score(TreeEnsemble ensemble, float[] features, int output)
    {
        var own = ensemble.Trees.Where(tree => tree.Output == output).ToList();
        var sum = own.Aggregate(0.0, (total, tree) => total + Leaf(tree, features, tree.NodeCount == 0 ? ~0 : 0));
        var score = (float)sum;
        return ensemble.Aggregation == Aggregation.Mean ? score / own.Count : score;
    }

    private static double Leaf(DecisionTree tree, float[] features, int at)
    {
        if (at < 0)
            return tree.Leaves[~at];
        var value = features[tree.Feature[at]];
        var goesLeft = value <= tree.Threshold[at] || (float.IsNaN(value) && tree.MissingLeft?[at] == true);
        return Leaf(tree, features, goesLeft ? tree.Left[at] : tree.Right[at]);
    }
}
