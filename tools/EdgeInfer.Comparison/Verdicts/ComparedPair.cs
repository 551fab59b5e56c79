using System.Diagnostics.CodeAnalysis;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Reports;

namespace EdgeInfer.Comparison.Verdicts;

/// <summary>The two models of the question, chosen before any figure is seen: does the network pay beside the simpler model?</summary>
internal sealed record ComparedPair(ModelSection First, ModelSection Second)
{
    /// <summary>
    /// The first tree model and the int8 network (another network where there is none); of detectors PCA, or else k-means,
    /// and the autoencoder, which is PCA with layers that bend.
    /// </summary>
    public static bool TryChoose(IReadOnlyList<ModelSection> models, [NotNullWhen(true)] out ComparedPair? pair)
    {
        var simple = FirstOf(models, ModelFamily.FastTree) ?? models.FirstOrDefault(model => LearnerOf(model) == Learner.Trees)
            ?? FirstOf(models, ModelFamily.Pca) ?? models.FirstOrDefault(model => LearnerOf(model) == Learner.Distance);
        var network = models.FirstOrDefault(model => IsNetwork(model) && model.Format == ModelFormat.Int8.Name)
            ?? models.FirstOrDefault(model => IsNetwork(model));
        pair = simple is not null && network is not null ? new(simple, network) : null;
        return pair is not null;
    }

    /// <summary>Whether one of the two was trained by quick budgets; what a third model had is nothing to their verdict.</summary>
    public bool IsQuick(ComparisonInput input) =>
        input.Models.Any(model => model.Training.Quick && (model.Name == First.Name || model.Name == Second.Name));

    private static ModelSection? FirstOf(IReadOnlyList<ModelSection> models, ModelFamily family) =>
        models.FirstOrDefault(model => model.Family == family.Name);

    private static bool IsNetwork(ModelSection model) => LearnerOf(model) is Learner.Network or Learner.Hybrid;

    private static Learner? LearnerOf(ModelSection model) => ModelFamily.Of(model.Family).LearnerIn(ModelEngine.Of(model.Engine));
}
