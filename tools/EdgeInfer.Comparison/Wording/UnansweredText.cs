using EdgeInfer.Comparison.Reports;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Wording;

/// <summary>Says of each model that could not answer some windows how many they were.</summary>
internal static class UnansweredText
{
    /// <summary>A line a model; none for a model that answered every window.</summary>
    public static IEnumerable<string> Of(ComparisonReport report) => report.Models
        .Where(model => model.NonFiniteWindows > 0)
        .Select(model => Invariant($"{model.Name} did not answer {Plural.Of(model.NonFiniteWindows, "window")}: ")
            + "a sample or a score was NaN or an infinity");
}
