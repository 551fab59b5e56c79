using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Reports;

namespace EdgeInfer.Comparison.Verdicts;

/// <summary>Two candidates against each other.</summary>
internal sealed record ComparedPair(ModelSection First, ModelSection Second)
{
    /// <summary>Whether one of the two was trained by quick budgets; what a third model had is nothing to their verdict.</summary>
    public bool IsQuick(ComparisonInput input) =>
        input.Models.Any(model => model.Training.Quick && (model.Name == First.Name || model.Name == Second.Name));

    public bool Holds(ModelSection model) => model.Name == First.Name || model.Name == Second.Name;
}
