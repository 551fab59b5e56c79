namespace EdgeInfer.Evaluation.Groups;

/// <summary>
/// How many groups a question needs at 80 % power, by the usual shifted-t approximation
/// (t(1 - alpha) + t(power)) * s / sqrt(n) (Chow, Shao and Wang, Sample Size Calculations in Clinical Research, ch. 3).
/// </summary>
public static class GroupCount
{
    /// <summary>No answer above this many groups: nobody records them for one comparison.</summary>
    public const int Maximum = 10_000;

    private const double Power = 0.80;
    private const double TwoSidedFivePercent = 0.975;
    private const double OneSidedFivePercent = 0.95;

    /// <summary>Smallest difference that <paramref name="groups"/> groups (2 or more) show with 80 % power.</summary>
    public static double DetectableDifference(double deviation, int groups) =>
        Reach(deviation, groups, TwoSidedFivePercent);

    /// <summary>Groups that show a true difference of this size with 80 % power; null above <see cref="Maximum"/>.</summary>
    public static int? ToResolve(double difference, double deviation) =>
        Smallest(groups => Reach(deviation, groups, TwoSidedFivePercent) <= Math.Abs(difference), difference != 0);

    /// <summary>
    /// Groups that place the 90 % interval inside +-<paramref name="margin"/> with 80 % power when the true difference is
    /// <paramref name="difference"/>; null where it lies outside the margin, or above <see cref="Maximum"/>.
    /// </summary>
    public static int? ToShowEquivalence(double difference, double deviation, double margin) =>
        Smallest(
            groups => Reach(deviation, groups, OneSidedFivePercent) <= margin - Math.Abs(difference),
            Math.Abs(difference) < margin);

    private static double Reach(double deviation, int groups, double level) =>
        (StudentT.Quantile(level, groups - 1) + StudentT.Quantile(Power, groups - 1)) * deviation / Math.Sqrt(groups);

    // Reach falls with the number of groups, so that halving finds the smallest.
    private static int? Smallest(Func<int, bool> suffices, bool possible)
    {
        if (!possible || !suffices(Maximum))
            return null;
        var (low, high) = (2, Maximum);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (suffices(middle))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
