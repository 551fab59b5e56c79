namespace EdgeInfer.Evaluation.Groups;

/// <summary>Difference of two models over the same groups: each group gives one difference, first - second, -1 to 1.</summary>
/// <param name="Values">One difference a group.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their sample standard deviation; 0 for one group.</param>
/// <param name="StandardError">
/// Of the mean. Few windows can show no spread where there is some. It is therefore at least that of as many changed answers as
/// the differences need and two more in each direction, over all windows (after Agresti and Min 2005). 0 for one group.
/// </param>
/// <param name="Changes">Answers that must have changed, at least, to make these differences.</param>
/// <param name="Windows">Windows of each group.</param>
public sealed record PairedDifference(
    IReadOnlyList<double> Values, double Mean, double Deviation, double StandardError, double Changes, IReadOnlyList<long> Windows)
{
    private const int ChangesNotSeen = 4;

    /// <summary>Number of groups.</summary>
    public int Groups => Values.Count;

    /// <summary>Null below two groups.</summary>
    public Interval? Interval95 => IntervalAt(0.95);

    /// <param name="first">One share a group.</param>
    /// <param name="second">The other model's shares of the same groups in the same order.</param>
    /// <param name="windows">Windows of each group.</param>
    public static PairedDifference Of(IReadOnlyList<double> first, IReadOnlyList<double> second, IReadOnlyList<long> windows)
    {
        if (first.Count != second.Count || first.Count != windows.Count)
            throw new ArgumentException($"{first.Count} values against {second.Count} of {windows.Count} groups", nameof(second));
        double[] differences = [.. first.Zip(second, (one, other) => one - other)];
        var moments = Moments.Of(differences);
        var changes = differences.Zip(windows, (difference, count) => Math.Abs(difference) * count).Sum();
        var least = Math.Sqrt(changes + ChangesNotSeen) / (windows.Sum() + ChangesNotSeen);
        return new(
            differences,
            moments.Mean,
            moments.Deviation,
            moments.Count < 2 ? 0 : Math.Max(moments.StandardError, least),
            changes,
            windows);
    }

    /// <summary>
    /// Student's interval over groups, inside -1 to 1. Where all differences have one sign they may be skewed, and the interval then
    /// holds that of their size too (<see cref="ShareInterval"/>).
    /// </summary>
    /// <param name="confidence">Above 0, below 1.</param>
    /// <returns>Null below two groups.</returns>
    public Interval? IntervalAt(double confidence)
    {
        if (Groups < 2)
            return null;
        var student = TInterval.Around(Mean, StandardError, Groups, confidence);
        var sizes = Sizes(confidence);
        return new Interval(
            Math.Max(-1, Math.Min(student.Low, sizes?.Low ?? student.Low)),
            Math.Min(1, Math.Max(student.High, sizes?.High ?? student.High)));
    }

    /// <summary>Null where the differences have both signs, or none.</summary>
    private Interval? Sizes(double confidence)
    {
        if (Mean == 0 || Values.Any(value => value * Mean < 0))
            return null;
        var sizes = ShareInterval.Of([.. Values.Select(Math.Abs)], Windows.Sum(), confidence);
        return sizes is { } known && Mean < 0 ? new Interval(-known.High, -known.Low) : sizes;
    }
}
