using EdgeInfer.Evaluation.Groups;
using MathNet.Numerics.Distributions;

namespace EdgeInfer.Benchmarks.Statistics;

/// <summary>What was asked at d22f453: Student's interval over two groups or more, and nothing else.</summary>
internal static class FormerRules
{
    private const int MostGroups = 10_000;

    public static bool Equal(IReadOnlyList<double> differences, double margin) =>
        TInterval.Of(differences, 0.90) is { } interval && interval.Low > -margin && interval.High < margin;

    public static bool Passes(IReadOnlyList<double> differences, double margin) =>
        TInterval.Of(differences) is { } interval && interval.Low > -margin;

    public static Interval? Share(IReadOnlyList<double> shares) => TInterval.Of(shares) is { } interval
        ? new Interval(Math.Clamp(interval.Low, 0, 1), Math.Clamp(interval.High, 0, 1))
        : null;

    /// <summary>Groups to record until a difference like the one seen is found, or equality shown, in 80 % of cases.</summary>
    public static int? Further(IReadOnlyList<double> differences, double margin)
    {
        var (mean, deviation) = (differences.Average(), Deviation(differences));
        if (!Suffices(MostGroups))
            return null;
        var (low, high) = (2, MostGroups);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            (low, high) = Suffices(middle) ? (low, middle) : (middle + 1, high);
        }

        return Math.Max(1, low - differences.Count);

        bool Suffices(int groups) => Reach(deviation, groups, 0.975) <= Math.Abs(mean)
            || Reach(deviation, groups, 0.95) <= margin - Math.Abs(mean);
    }

    /// <summary>Alarms a group: the wider of the exact Poisson interval and Student's.</summary>
    public static Interval Alarms(IReadOnlyList<int> counts)
    {
        var total = counts.Sum();
        var student = TInterval.Of([.. counts.Select(count => (double)count)])!.Value;
        var low = total == 0 ? 0 : Gamma.InvCDF(total, 1, 0.025) / counts.Count;
        return new Interval(
            Math.Max(0, Math.Min(low, student.Low)),
            Math.Max(Gamma.InvCDF(total + 1, 1, 0.975) / counts.Count, student.High));
    }

    private static double Reach(double deviation, int groups, double level) =>
        (StudentT.InvCDF(0, 1, groups - 1, level) + StudentT.InvCDF(0, 1, groups - 1, 0.8)) * deviation / Math.Sqrt(groups);

    private static double Deviation(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
