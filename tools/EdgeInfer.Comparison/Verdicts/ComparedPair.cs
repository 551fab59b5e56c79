using System.Diagnostics.CodeAnalysis;
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
        var simple = FirstOf(models, "fasttree") ?? models.FirstOrDefault(IsTree) ?? FirstOf(models, "pca") ?? FirstOf(models, "kmeans");
        var network = models.FirstOrDefault(model => IsNetwork(model) && model.Format == "int8")
            ?? models.FirstOrDefault(model => IsNetwork(model));
        pair = simple is not null && network is not null ? new(simple, network) : null;
        return pair is not null;
    }

    /// <summary>Whether one of the two was trained by quick budgets; what a third model had is nothing to their verdict.</summary>
    public bool IsQuick(ComparisonInput input) =>
        input.Models.Any(model => model.Training.Quick && (model.Name == First.Name || model.Name == Second.Name));

    private static ModelSection? FirstOf(IReadOnlyList<ModelSection> models, string family) =>
        models.FirstOrDefault(model => model.Family == family);

    private static bool IsNetwork(ModelSection model) => !IsTree(model) && model.Family is not ("pca" or "kmeans");

    private static bool IsTree(ModelSection model) => model.Family is "fasttree" or "forest" or "lightgbm";
}
