namespace EdgeInfer.Bundles.Golden;

/// <summary><c>golden.json</c>: what a device must reproduce before it trusts a bundle.</summary>
/// <param name="Tolerance">Largest absolute difference of an output that passes, 0 to 1.</param>
/// <param name="Cases">At least one.</param>
public sealed record GoldenSet(double Tolerance, IReadOnlyList<GoldenCase> Cases);
