using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Models.Manifests;

namespace EdgeInfer.Comparison.Analysis;

/// <summary>What figures must be read with.</summary>
internal static class FigureMarks
{
    /// <summary>Those of a whole report: where one model's budgets were quick, so is every comparison with it.</summary>
    public static IReadOnlyList<string> Of(ComparisonInput input) => Of(input.Data, input.HasQuickModel);

    /// <summary>Those of one model.</summary>
    public static IReadOnlyList<string> Of(DataFacts data, Manifest model) => Of(data, model.Training.Quick);

    private static string[] Of(DataFacts data, bool quick) =>
    [
        .. data.Simulated ? ["simulated"] : (string[])[],
        .. quick ? ["quick budgets"] : (string[])[],
        .. data.Leaky ? ["optimistic: leaky split"] : (string[])[],
    ];
}
