namespace EdgeInfer.Comparison.Reports;

/// <param name="P50">Median of the time that features or preprocessing took, us.</param>
public sealed record FeatureFigures(double P50);
