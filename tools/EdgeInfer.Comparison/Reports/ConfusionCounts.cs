namespace EdgeInfer.Comparison.Reports;

/// <param name="Labels">In the order of rows and columns.</param>
/// <param name="Rows">Counts of windows: rows are truths, columns predictions.</param>
public sealed record ConfusionCounts(IReadOnlyList<string> Labels, IReadOnlyList<IReadOnlyList<long>> Rows);
