using MathNet.Numerics.Distributions;

namespace EdgeInfer.Evaluation.Groups;

/// <summary>
/// Interval for the mean over groups of a share, 0 to 1, that holds near the ends too: Clopper and Pearson's interval with the
/// effective number of windows (Korn and Graubard 1998, Survey Methodology 24:2). The spread between groups says how many independent
/// windows the mean is worth. Student's interval, symmetric, misses the mean where most groups are near 1 and a few are far below.
/// </summary>
public static class ShareInterval
{
    // At its nominal tails it covers 91 % instead of 95 % for five groups from a skewed beta(9, 0.5); at half of them it covers 94 %
    // (docs/decisions/statistics.md).
    private const double ShareOfTail = 0.5;

    /// <param name="shares">One a group, each 0 to 1; at least one.</param>
    /// <param name="windows">Windows of all groups together; what they were worth at most, were they independent.</param>
    /// <param name="confidence">Above 0, below 1; 0.95 for a 95 % interval.</param>
    /// <returns>Null below two groups, where no spread can be seen.</returns>
    public static Interval? Of(IReadOnlyList<double> shares, long windows, double confidence = 0.95)
    {
        var tail = (1 - confidence) / 2;
        var moments = Moments.Of(shares);
        if (moments.Count < 2)
            return null;
        // Equal groups at an end show no spread: each counts as one observation.
        if (moments.Mean is <= 0 or >= 1)
            return Exact(Math.Clamp(moments.Mean, 0, 1), moments.Count, tail);
        var binomial = moments.Mean * (1 - moments.Mean);
        var nominal = tail * ShareOfTail;
        // The spread of few groups is itself uncertain; that of independent windows is known.
        var few = StudentQuantile.Of(1 - nominal, moments.Count) / Normal.InvCDF(0, 1, 1 - nominal);
        var error = moments.StandardError * few;
        return Exact(moments.Mean, Math.Min(binomial / (error * error), windows), nominal);
    }

    private static Interval Exact(double share, double observations, double tail) => new(
        Lower(share * observations, observations, tail),
        1 - Lower((1 - share) * observations, observations, tail));

    private static double Lower(double right, double observations, double tail) =>
        right <= 0 ? 0 : Beta.InvCDF(right, observations - right + 1, tail);
}
