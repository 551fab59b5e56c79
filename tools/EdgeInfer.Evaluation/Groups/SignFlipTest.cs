namespace EdgeInfer.Evaluation.Groups;

/// <summary>
/// Two-sided randomisation test of paired differences (Fisher 1935): under 'no difference' each group's difference is
/// as likely to carry the other sign.
/// </summary>
public static class SignFlipTest
{
    /// <summary>Up to this many groups every assignment of signs is counted.</summary>
    public const int ExactUpTo = 20;

    /// <summary>Assignments drawn above <see cref="ExactUpTo"/> groups.</summary>
    public const int Draws = 100_000;

    // Sums of the same numbers in another order differ in their last bits; such ties count as 'as extreme'.
    private const double TieTolerance = 1e-12;

    /// <summary>
    /// Share of sign assignments whose absolute sum is at least the one seen. Exact up to <see cref="ExactUpTo"/>
    /// groups; above, (1 + hits) / (1 + draws) with draws from <paramref name="seed"/>.
    /// </summary>
    /// <param name="differences">One a group; at least one.</param>
    /// <param name="seed">Used above <see cref="ExactUpTo"/> groups only.</param>
    public static double PValue(IReadOnlyList<double> differences, int seed)
    {
        if (differences.Count == 0)
            throw new ArgumentException("needs at least one difference", nameof(differences));
        var sum = 0.0;
        var scale = 0.0;
        foreach (var difference in differences)
        {
            sum += difference;
            scale += Math.Abs(difference);
        }
        var threshold = Math.Abs(sum) - TieTolerance * scale;
        return differences.Count <= ExactUpTo
            ? Exact(differences, threshold)
            : Sampled(differences, threshold, seed);
    }

    /// <summary>Smallest p-value that <paramref name="groups"/> groups can give: 2 of all assignments.</summary>
    public static double SmallestPValue(int groups) => Math.Min(1, Math.Pow(2, 1 - groups));

    /// <summary>Fewest groups that can reach a p-value of <paramref name="level"/> or less.</summary>
    /// <param name="level">Above 0.</param>
    public static int FewestGroups(double level)
    {
        var groups = 1;
        while (SmallestPValue(groups) > level)
            groups++;
        return groups;
    }

    // An assignment and its mirror image are equally extreme: the first sign can stay.
    private static double Exact(IReadOnlyList<double> differences, double threshold) =>
        CountExtreme(differences, 1, differences[0], threshold) * SmallestPValue(differences.Count);

    private static long CountExtreme(IReadOnlyList<double> differences, int next, double sum, double threshold)
    {
        if (next == differences.Count)
            return Math.Abs(sum) >= threshold ? 1 : 0;
        return CountExtreme(differences, next + 1, sum + differences[next], threshold)
            + CountExtreme(differences, next + 1, sum - differences[next], threshold);
    }

    private static double Sampled(IReadOnlyList<double> differences, double threshold, int seed)
    {
        var random = new Random(seed);
        var extreme = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var sum = 0.0;
            foreach (var difference in differences)
                sum += random.Next(2) == 0 ? difference : -difference;
            if (Math.Abs(sum) >= threshold)
                extreme++;
        }
        return (1.0 + extreme) / (1.0 + Draws);
    }
}
