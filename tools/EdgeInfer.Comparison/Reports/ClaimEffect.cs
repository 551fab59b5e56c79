using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Comparison.Reports;

/// <param name="Value">Size of the effect.</param>
/// <param name="Interval95">Its 95 % interval; null where none can be given.</param>
/// <param name="Unit">Unit of both.</param>
public sealed record ClaimEffect(double Value, Interval? Interval95, string Unit);
