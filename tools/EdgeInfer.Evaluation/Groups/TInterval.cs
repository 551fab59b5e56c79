namespace EdgeInfer.Evaluation.Groups;

/// <summary>
/// Student's interval for the mean over groups. A group (subject, machine, session) is one observation, however many
/// windows it has: windows of one group are not independent.
/// </summary>
public static class TInterval
{
    /// <summary>
    /// mean +- t(n - 1) * s / sqrt(n) over one value a group; null below two groups, where no spread can be seen.
    /// </summary>
    /// <param name="values">One value a group; at least one.</param>
    /// <param name="confidence">Above 0, below 1; 0.95 for a 95 % interval.</param>
    public static Interval? Of(IReadOnlyList<double> values, double confidence = 0.95)
    {
        var moments = Moments.Of(values);
        return moments.Count < 2 ? null : Around(moments.Mean, moments.StandardError, moments.Count, confidence);
    }

    internal static Interval Around(double mean, double standardError, int groups, double confidence)
    {
        var half = StudentQuantile.Of((1 + confidence) / 2, groups) * standardError;
        return new Interval(mean - half, mean + half);
    }
}
