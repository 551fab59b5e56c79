using EdgeInfer.Comparison.Reports;

namespace EdgeInfer.Comparison.Wording;

/// <summary>What every figure of a report must be read with.</summary>
internal static class MarkSuffix
{
    /// <summary>' (simulated; optimistic: leaky split)', or nothing.</summary>
    public static string Of(ComparisonReport report) =>
        report.Marks.Count == 0 ? "" : $" ({string.Join("; ", report.Marks)})";
}
