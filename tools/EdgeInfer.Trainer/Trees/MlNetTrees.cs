using EdgeInfer.Trees.Ensembles;
using Microsoft.ML.Trainers.FastTree;

namespace EdgeInfer.Trainer.Trees;

/// <summary>Takes the trees out of an ML.NET ensemble, in the order in which ML.NET sums them.</summary>
internal static class MlNetTrees
{
    /// <summary>ML.NET grows no tree at all from fewer rows than a leaf must hold, and then scores 0: so does one constant tree.</summary>
    public static IReadOnlyList<DecisionTree> Of(IEnumerable<RegressionTreeBase> trees, int output) =>
        [.. trees.Select(tree => Of(tree, output)).DefaultIfEmpty(Zero(output))];

    private static DecisionTree Of(RegressionTreeBase tree, int output)
    {
        // FastTree pads a boosting that could not split any more with trees whose root is its own child: their output is 0.
        if (tree.NumberOfNodes > 0 && tree.LeftChild[0] == 0)
            return Zero(output);
        return new DecisionTree(
            output,
            [.. tree.NumericalSplitFeatureIndexes],
            [.. tree.NumericalSplitThresholds],
            [.. tree.LeftChild],
            [.. tree.RightChild],
            [.. tree.LeafValues]);
    }

    private static DecisionTree Zero(int output) => new(output, [], [], [], [], [0.0]);
}
