namespace EdgeInfer.Comparison.Reports;

/// <summary>What the export proved against the trainer's own predictions.</summary>
/// <param name="Rows">Rows compared.</param>
/// <param name="LabelMismatches">Rows on which the two name different labels.</param>
/// <param name="MaxAbsDiff">Largest absolute difference.</param>
/// <param name="Quantity">What was compared.</param>
public sealed record ParityFigures(long Rows, long LabelMismatches, double MaxAbsDiff, string Quantity);
