using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Trees;

/// <summary>An ensemble beside the ML.NET models that it was taken from, which the parity proof asks.</summary>
/// <param name="Ensemble">Trees in summation order.</param>
/// <param name="Outputs">ML.NET's own predictor of each output.</param>
internal sealed record TrainedTrees(TreeEnsemble Ensemble, IReadOnlyList<MlNetPredictor> Outputs);
