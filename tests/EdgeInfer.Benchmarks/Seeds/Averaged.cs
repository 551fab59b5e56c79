namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>A figure over seeds.</summary>
internal sealed record Averaged(double Mean, double Least, double Largest)
{
    /// <param name="values">One a seed; null where there is none.</param>
    public static Averaged? Of(IReadOnlyList<double> values) =>
        values.Count == 0 ? null : new(values.Average(), values.Min(), values.Max());
}
