using EdgeInfer.Trainer.MlNet;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Families.Trees;

/// <summary>An ensemble beside the ML.NET model that it was taken from, which the parity proof asks.</summary>
/// <param name="Ensemble">Trees in summation order.</param>
/// <param name="MlNet">ML.NET's own model.</param>
internal sealed record TrainedTrees(TreeEnsemble Ensemble, IMlNetModel MlNet)
{
    /// <summary>A regression of one fit.</summary>
    public static TrainedTrees Regression(
        int featureCount, IReadOnlyList<DecisionTree> trees, Aggregation aggregation, MlNetPredictor predictor) =>
        new(new TreeEnsemble(featureCount, 1, trees, aggregation, new EnsembleLink.Identity()), new SeparateFits([predictor]));
}
