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
    public static Interval? Of(IReadOnlyList<double> values, double confidence = 0.95) =>
        Of(Moments.Of(values), confidence);

    internal static Interval? Of(Moments moments, double confidence)
    {
        if (moments.Count < 2)
            return null;
        var half = StudentT.Quantile((1 + confidence) / 2, moments.Count - 1) * moments.StandardError;
        return new Interval(moments.Mean - half, moments.Mean + half);
    }
}
