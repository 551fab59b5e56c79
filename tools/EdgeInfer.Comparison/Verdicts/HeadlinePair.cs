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
        var simple = FirstOf(models, "fasttree") ?? models.FirstOrDefault(IsTree) ?? FirstOf(models, "pca") ?? FirstOf(models, "kmeans");
        var network = models.FirstOrDefault(model => IsNetwork(model) && model.Format == "int8")
            ?? models.FirstOrDefault(model => IsNetwork(model));
        return simple is not null && network is not null ? new(simple, network) : null;
    }

    private static ModelSection? FirstOf(IReadOnlyList<ModelSection> models, string family) =>
        models.FirstOrDefault(model => model.Family == family);

    private static bool IsNetwork(ModelSection model) => !IsTree(model) && model.Family is not ("pca" or "kmeans");

    private static bool IsTree(ModelSection model) => model.Family is "fasttree" or "forest" or "lightgbm";
}
