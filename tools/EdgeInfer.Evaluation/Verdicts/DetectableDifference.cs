using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Verdicts;

/// <summary>
/// The smallest true difference that a study finds in 80 % of repetitions, by the whole rule of 'supported': Student's interval and the
/// sign-flip test.
/// </summary>
public static class DetectableDifference
{
    private const double Power = 0.80;
    private const double Level = 0.05;

    // The sign-flip test asks for more than the t test where groups are few: simulated, see docs/decisions/statistics.md.
    private static readonly double[] SignFlipFactor = [1.272, 1.073, 1.043, 1.032, 1.017, 1.011, 1.010];

    /// <summary>Below this number of groups not even equal signs in all of them are significant.</summary>
    internal static int FewestGroups { get; } = SignFlipTest.FewestGroups(Level);

    /// <summary>
    /// (t(0.975) + t(0.8)) * s / sqrt(n) (Chow, Shao and Wang, Sample Size Calculations in Clinical Research, ch. 3), times what the
    /// sign-flip test asks for; null below six groups, which support no difference however large.
    /// </summary>
    public static double? Of(PairedDifference difference)
    {
        var groups = difference.Groups;
        if (groups < FewestGroups)
            return null;
        var factor = groups - FewestGroups < SignFlipFactor.Length ? SignFlipFactor[groups - FewestGroups] : 1;
        var quantiles = StudentQuantile.Of(1 - Level / 2, groups) + StudentQuantile.Of(Power, groups);
        return factor * quantiles * difference.StandardError;
    }
}
