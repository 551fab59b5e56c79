namespace EdgeInfer.Benchmarks.Harness;

/// <summary>Median of a sample, and its 10th and 90th percentile: where rounds lay, not an interval in which the median lies.</summary>
internal readonly record struct Spread(double Median, double P10, double P90)
{
    /// <param name="values">At least one.</param>
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(At(sorted, 0.5), At(sorted, 0.1), At(sorted, 0.9));
    }

    /// <summary>Linear between neighbours (Hyndman and Fan 1996, type 7).</summary>
    private static double At(double[] sorted, double share)
    {
        var position = (sorted.Length - 1) * share;
        var lower = (int)position;
        var upper = Math.Min(lower + 1, sorted.Length - 1);
        return sorted[lower] + (position - lower) * (sorted[upper] - sorted[lower]);
    }
}
