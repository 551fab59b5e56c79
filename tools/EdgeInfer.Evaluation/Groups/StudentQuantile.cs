using MathNet.Numerics.Distributions;

namespace EdgeInfer.Evaluation.Groups;

/// <summary>Quantiles of Student's t distribution, by MathNet.Numerics.</summary>
internal static class StudentQuantile
{
    /// <param name="probability">0.5 or more, below 1.</param>
    /// <param name="groups">Two or more; the degrees of freedom are one less.</param>
    public static double Of(double probability, int groups) => StudentT.InvCDF(location: 0, scale: 1, groups - 1, probability);
}
