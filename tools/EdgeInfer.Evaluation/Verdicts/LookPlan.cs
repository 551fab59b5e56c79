namespace EdgeInfer.Evaluation.Verdicts;

/// <summary>
/// What a comparison may claim at each look at growing recordings. Who records more until a difference is 'significant' finds one between
/// equal models sooner or later. So the first look spends 5 % of error, and all later ones together 1 % (alpha spending with a bound by
/// Bonferroni; Lan and DeMets 1983 for the idea).
/// </summary>
public static class LookPlan
{
    private const double FirstLook = 0.05;
    private const double LaterLooks = 0.01;

    /// <summary>Level of a two-sided test: 0.05, and at later looks 0.005, 0.0025, and so on.</summary>
    /// <param name="look">1 for the first look at these models, one more for each time that more groups were recorded.</param>
    public static double Level(int look)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(look, 1);
        return look == 1 ? FirstLook : LaterLooks / Math.Pow(2, look - 1);
    }
}
