using EdgeInfer.Trees.Ensembles;
using Microsoft.ML.Trainers.FastTree;

namespace EdgeInfer.Trainer.MlNet;

/// <summary>Takes the trees out of an ML.NET model, in the order in which ML.NET sums them.</summary>
internal static class MlNetTrees
{
    /// <summary>ML.NET grows no tree at all from fewer rows than a leaf must hold, and then scores 0: so does one constant tree.</summary>
    public static IReadOnlyList<DecisionTree> Of(TreeEnsembleModelParametersBasedOnRegressionTree model, int output) =>
        Of(model, model.TrainedTreeEnsemble.Trees, output);

    public static IReadOnlyList<DecisionTree> Of(FastForestRegressionModelParameters model, int output) =>
        Of(model, model.TrainedTreeEnsemble.Trees, output);

    private static IReadOnlyList<DecisionTree> Of(TreeEnsembleModelParameters model, IEnumerable<RegressionTreeBase> trees, int output) =>
        [.. trees.Select((tree, index) => Of(tree, MlNetInternals.ValuesForMissing(model, index), output)).DefaultIfEmpty(Zero(output))];

    private static DecisionTree Of(RegressionTreeBase tree, float[]? valuesForMissing, int output)
    {
        // A boosting that could not split any more is padded with trees of no node, or whose root is its own child: their output is 0.
        if (tree.NumberOfNodes == 0 || tree.LeftChild[0] == 0)
            return Zero(output);
        return new DecisionTree(
            output,
            [.. tree.NumericalSplitFeatureIndexes],
            [.. tree.NumericalSplitThresholds],
            [.. tree.LeftChild],
            [.. tree.RightChild],
            [.. tree.LeafValues])
        {
            MissingLeft = valuesForMissing is null
                ? null
                : [.. valuesForMissing.Zip(tree.NumericalSplitThresholds, (value, threshold) => value <= threshold)],
        };
    }

    private static DecisionTree Zero(int output) => new(output, [], [], [], [], [0.0]);
}
