using System.Diagnostics.CodeAnalysis;
using EdgeInfer.Comparison.Reports;

namespace EdgeInfer.Comparison.Verdicts;

/// <summary>The two models of the question: trees, or the compressed network?</summary>
internal sealed record ComparedPair(ModelSection First, ModelSection Second)
{
    /// <summary>The first tree model and the int8 network (another network where there is none).</summary>
    public static bool TryChoose(IReadOnlyList<ModelSection> models, [NotNullWhen(true)] out ComparedPair? pair)
    {
        var trees = models.FirstOrDefault(model => model.Family == "fasttree") ?? models.FirstOrDefault(IsTree);
        var network = models.FirstOrDefault(model => !IsTree(model) && model.Format == "int8")
            ?? models.FirstOrDefault(model => !IsTree(model));
        pair = trees is not null && network is not null ? new(trees, network) : null;
        return pair is not null;
    }

    private static bool IsTree(ModelSection model) => model.Family is "fasttree" or "forest" or "lightgbm";
}
