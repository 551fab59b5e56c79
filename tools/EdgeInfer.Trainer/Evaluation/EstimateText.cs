using System.Globalization;
using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Trainer.Evaluation;

/// <summary>A figure as a person reads it; without an interval where a single group gives none.</summary>
internal static class EstimateText
{
    public static string Of(GroupEstimate estimate) => estimate is { Low: { } low, High: { } high }
        ? string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:F3} [{low:F3}, {high:F3}]")
        : estimate.Value.ToString("F3", CultureInfo.InvariantCulture);
}
