using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Benchmarks.Harness;

/// <summary>A difference of accuracies in points, with its 95 % interval.</summary>
internal static class PointsText
{
    private const double Points = 100;

    /// <returns>Empty where there is nothing to compare with.</returns>
    public static string Of(PairedDifference? difference) => difference switch
    {
        null => "",
        { Interval95: { } interval } =>
            FormattableString.Invariant($"{Points * difference.Mean:+0.00;-0.00;0.00} [{Points * interval.Low:+0.00;-0.00;0.00}, ")
            + FormattableString.Invariant($"{Points * interval.High:+0.00;-0.00;0.00}]"),
        _ => FormattableString.Invariant($"{Points * difference.Mean:+0.00;-0.00;0.00}"),
    };
}
