using EdgeInfer.Evaluation.Groups;
using MathNet.Numerics.Distributions;

namespace EdgeInfer.Evaluation.Verdicts;

/// <summary>
/// How many more groups settle an inconclusive comparison at its next look. The difference and the spread that were seen are uncertain, so
/// the chance to settle is averaged over what the true ones may be (assurance; O'Hagan, Stevens and Campbell 2005): spread by the
/// chi-squared distribution, difference by the normal one around what was seen. Models that are equal after all must be settled too.
/// </summary>
internal sealed class FurtherGroups
{
    /// <summary>No answer above this many groups: nobody records them for one comparison.</summary>
    public const int Maximum = 10_000;

    private const int Steps = 9;
    private const double EvenChance = 0.5;
    private const double Assurance = 0.8;

    private readonly PairedDifference _seen;
    private readonly double _margin;
    private readonly double _level;
    private readonly (double Difference, double Deviation)[] _likely;
    private readonly (double Difference, double Deviation)[] _equal;

    private FurtherGroups(PairedDifference seen, double margin, double level)
    {
        (_seen, _margin, _level) = (seen, margin, level);
        var degrees = seen.Groups - 1;
        var squares = degrees * seen.StandardError * seen.StandardError * seen.Groups;
        double[] deviations = [.. Middles().Select(share => Math.Sqrt(squares / ChiSquared.InvCDF(degrees, share)))];
        _equal = [.. deviations.Select(deviation => (0.0, deviation))];
        _likely =
        [
            .. from deviation in deviations
            from share in Middles()
            select (seen.Mean + Normal.InvCDF(0, 1, share) * deviation / Math.Sqrt(seen.Groups), deviation),
        ];
    }

    /// <param name="seen">Of two groups or more.</param>
    /// <param name="margin">Largest difference that counts as none.</param>
    /// <param name="nextLook">Look at which the further groups are judged together with these.</param>
    /// <returns>Null where up to <see cref="Maximum"/> groups don't settle it in 80 % of cases.</returns>
    public static GroupRange? Of(PairedDifference seen, double margin, int nextLook)
    {
        var plan = new FurtherGroups(seen, margin, LookPlan.Level(nextLook));
        return plan.Fewest(EvenChance) is { } low && plan.Fewest(Assurance) is { } high ? new GroupRange(low, high) : null;
    }

    private static IEnumerable<double> Middles() => Enumerable.Range(0, Steps).Select(step => (step + 0.5) / Steps);

    /// <summary>The smallest number after which the chance stays at the one asked for, by doubling and halving.</summary>
    private int? Fewest(double chance)
    {
        var high = 1;
        while (Chance(high) < chance)
        {
            if (high >= Maximum)
                return null;
            high = Math.Min(Maximum, high * 2);
        }

        for (var low = high / 2; high - low > 1;)
        {
            var middle = low + (high - low) / 2;
            if (Chance(middle) >= chance)
                high = middle;
            else
                low = middle;
        }

        return high;
    }

    private double Chance(int further)
    {
        var total = _seen.Groups + further;
        var root = Math.Sqrt(total);
        var beyond = total < SignFlipTest.FewestGroups(_level) ? double.PositiveInfinity : StudentQuantile.Of(1 - _level / 2, total) / root;
        var within = total < UnseenGroups.Fewest ? double.PositiveInfinity : StudentQuantile.Of(1 - _level, total) / root;
        if (UnseenGroups.AskForRoom(total, _margin, _level))
            within = Math.Max(within, UnseenGroups.RoomInDeviations);
        return Math.Min(Over(_likely), Over(_equal));

        double Over((double Difference, double Deviation)[] truths) => truths.Average(truth =>
            Chance(truth, further, total, beyond * truth.Deviation, _margin - within * truth.Deviation));
    }

    /// <summary>That the mean of all groups lies beyond one bound, or inside the other.</summary>
    private double Chance((double Difference, double Deviation) truth, int further, int total, double beyond, double within)
    {
        var mean = (_seen.Groups * _seen.Mean + further * truth.Difference) / total;
        var spread = truth.Deviation * Math.Sqrt(further) / total;
        var outside = Below(-beyond) + 1 - Below(beyond);
        return within <= 0 ? outside : Math.Min(1, outside + Below(Math.Min(within, beyond)) - Below(-Math.Min(within, beyond)));

        double Below(double bound) => Normal.CDF(mean, spread, bound);
    }
}
