namespace EdgeInfer.Comparison.Reports;

/// <param name="Kind">Name of the split.</param>
/// <param name="Leaky">Groups stand on both sides by declaration.</param>
public sealed record SplitSection(string Kind, bool Leaky);
