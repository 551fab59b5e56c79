using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Comparison.Reports;

namespace EdgeInfer.Comparison.Verdicts;

/// <summary>The two models of the question, chosen before any figure is seen.</summary>
internal static class HeadlinePair
{
    /// <returns>
    /// The two that the user named. Otherwise the question is whether the network pays beside the simpler model: the first tree
    /// model and the int8 network (another network where there is none); of detectors PCA, or else k-means, and the autoencoder,
    /// which is PCA with layers that bend. Null where the candidates hold no such pair.
    /// </returns>
    public static ComparedPair? Of(IReadOnlyList<ModelSection> models, (string First, string Second)? named)
    {
        if (named is { } names)
            return new(models.Single(model => model.Name == names.First), models.Single(model => model.Name == names.Second));
        var simple = FirstOf(models, ModelFamily.FastTree) ?? models.FirstOrDefault(model => LearnerOf(model) == Learner.Trees)
            ?? FirstOf(models, ModelFamily.Pca) ?? models.FirstOrDefault(model => LearnerOf(model) == Learner.Distance);
        var network = models.FirstOrDefault(model => IsNetwork(model) && model.Format == ModelFormat.Int8.Name)
            ?? models.FirstOrDefault(IsNetwork);
        return simple is not null && network is not null ? new(simple, network) : null;
    }

    private static ModelSection? FirstOf(IReadOnlyList<ModelSection> models, ModelFamily family) =>
        models.FirstOrDefault(model => model.Family == family.Name);

    private static bool IsNetwork(ModelSection model) => LearnerOf(model) is Learner.Network or Learner.Hybrid;

    private static Learner? LearnerOf(ModelSection model) => ModelFamily.Of(model.Family).LearnerIn(ModelEngine.Of(model.Engine));
}
