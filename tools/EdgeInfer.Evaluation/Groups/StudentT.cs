namespace EdgeInfer.Evaluation.Groups;

/// <summary>
/// Student's t distribution through the incomplete beta function (Abramowitz and Stegun 26.5.27 and 26.7.1).
/// </summary>
public static class StudentT
{
    /// <summary>P(T &lt;= <paramref name="t"/>) at <paramref name="degrees"/> degrees of freedom, at least 1.</summary>
    public static double Cumulative(double t, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        var tail = UpperTail(Math.Abs(t), degrees);
        return t < 0 ? tail : 1 - tail;
    }

    /// <summary>
    /// The t below which a share <paramref name="probability"/> (above 0, below 1) lies, to the last bits of a double.
    /// </summary>
    public static double Quantile(double probability, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        if (probability is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "above 0 and below 1");
        return probability < 0.5
            ? -FromUpperTail(probability, degrees)
            : FromUpperTail(1 - probability, degrees);
    }

    private static double UpperTail(double t, int degrees) =>
        0.5 * IncompleteBeta.Regularized(degrees / 2.0, 0.5, degrees / (degrees + t * t));

    private static double FromUpperTail(double tail, int degrees)
    {
        var high = 1.0;
        while (UpperTail(high, degrees) > tail)
            high *= 2;
        var low = 0.0;
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return middle;
            if (UpperTail(middle, degrees) > tail)
                low = middle;
            else
                high = middle;
        }
    }
}
