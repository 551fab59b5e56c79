namespace EdgeInfer.Evaluation.Groups;

/// <summary>
/// Difference of two models over the same groups: each group gives one difference, and the intervals are Student's over
/// those.
/// </summary>
/// <param name="Mean">Mean over groups of (first - second).</param>
/// <param name="Deviation">Sample standard deviation of the differences; 0 for one group.</param>
/// <param name="Groups">Number of groups.</param>
/// <param name="Interval95">95 % interval; null below two groups.</param>
/// <param name="Interval90">90 % interval, which equivalence is judged by (two one-sided tests at 5 %, Schuirmann 1987);
/// null below two groups.</param>
/// <param name="MinimumDetectable">Smallest true difference that this spread and number of groups would show at 5 %
/// (two-sided) in 80 % of repetitions; null below two groups.</param>
public sealed record PairedDifference(
    double Mean,
    double Deviation,
    int Groups,
    Interval? Interval95,
    Interval? Interval90,
    double? MinimumDetectable)
{
    /// <param name="first">One value a group.</param>
    /// <param name="second">The other model's values of the same groups in the same order.</param>
    public static PairedDifference Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var moments = Moments.Of(Differences(first, second));
        return new(
            moments.Mean,
            moments.Deviation,
            moments.Count,
            TInterval.Of(moments, 0.95),
            TInterval.Of(moments, 0.90),
            moments.Count < 2 ? null : GroupCount.DetectableDifference(moments.Deviation, moments.Count));
    }

    /// <param name="confidence">Above 0, below 1.</param>
    /// <returns>Student's interval of that confidence; null below two groups.</returns>
    public Interval? IntervalAt(double confidence) => TInterval.Of(new Moments(Groups, Mean, Deviation), confidence);

    /// <summary>first - second, a group each.</summary>
    public static double[] Differences(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count != second.Count)
            throw new ArgumentException($"{first.Count} values against {second.Count}", nameof(second));
        var differences = new double[first.Count];
        for (var group = 0; group < differences.Length; group++)
            differences[group] = first[group] - second[group];
        return differences;
    }
}
