using EdgeInfer.Comparison.Observations;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Measurement.Latency;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Analysis;

/// <summary>Latency, features and CPU time of one model's answers.</summary>
internal static class TimeFigures
{
    private const double Tail = 99;

    public static LatencyFigures Latency(IReadOnlyList<Observation> answers)
    {
        var sorted = answers.Select(answer => answer.LatencyUs).Order().ToArray();
        var needed = SampleSize.Minimum(Tail);
        var enough = sorted.Length >= needed;
        return new(
            NearestRank.Of(sorted, 50),
            enough ? NearestRank.Of(sorted, Tail) : null,
            sorted.Length,
            enough ? null : Invariant($"n too small: a p99 needs {needed} windows, and {sorted.Length} were seen"),
            [.. Enumerable.Range(0, 101).Select(percent => NearestRank.Of(sorted, percent))]);
    }

    public static FeatureFigures Features(IReadOnlyList<Observation> answers) =>
        new(NearestRank.Of([.. answers.Select(answer => answer.FeaturesUs).Order()], 50));

    /// <summary>Null unless every answer carries it: a mean over some of them would be another figure.</summary>
    public static double? MeanCpu(IReadOnlyList<Observation> answers) =>
        answers.All(answer => answer.CpuUs is not null) ? answers.Average(answer => answer.CpuUs) : null;
}
