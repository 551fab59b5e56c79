using MathNet.Numerics.Distributions;

namespace EdgeInfer.Evaluation.Groups;

/// <summary>
/// Quantiles of Student's t distribution, by MathNet.Numerics. They are taken from the beta distribution (Abramowitz and Stegun 26.5.27),
/// because StudentT.InvCDF of that library throws beyond t = 800, which two groups reach at a late look.
/// </summary>
internal static class StudentQuantile
{
    /// <param name="probability">Above 0.5, below 1.</param>
    /// <param name="groups">Two or more; the degrees of freedom are one less.</param>
    public static double Of(double probability, int groups)
    {
        var degrees = groups - 1;
        var x = Beta.InvCDF(degrees / 2.0, 0.5, 2 * (1 - probability));
        return Math.Sqrt(degrees * (1 - x) / x);
    }
}
