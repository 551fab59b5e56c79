namespace EdgeInfer.Comparison.Reports;

/// <param name="P50">Median of the time that decoding a frame took, a part of the latency common to all models, us.</param>
public sealed record DecodeFigures(double P50);
