using EdgeInfer.Comparison.Observations;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Measurement.Latency;
using EdgeInfer.Measurement.Latency.Tails;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Analysis;

/// <summary>Latency, decoding, features and CPU time of one model's answers.</summary>
internal static class TimeFigures
{
    private const double Tail = 99;

    public static LatencyFigures Latency(IReadOnlyList<Observation> answers, ObservationSource source)
    {
        // Neighbours in time, whatever the order of arrival: a stall that spans windows must be seen as one.
        double[] latencies =
        [
            .. answers.OrderBy(answer => answer.Stream, StringComparer.Ordinal)
                .ThenBy(answer => answer.Segment)
                .ThenBy(answer => answer.StartMs)
                .Select(answer => answer.LatencyUs),
        ];
        var tail = TailEstimate.InOrder(latencies, Tail);
        double[] sorted = [.. latencies.Order()];
        return new(
            NearestRank.Of(sorted, 50),
            tail.Figure?.Value,
            tail.Figure?.Low,
            tail.Figure?.High,
            tail.Windows,
            tail.Independent,
            source.Load,
            NoteOf(tail),
            [.. Enumerable.Range(0, 101).Select(percent => NearestRank.Of(sorted, percent))]);
    }

    public static FeatureFigures Features(IReadOnlyList<Observation> answers) =>
        new(NearestRank.Of([.. answers.Select(answer => answer.FeaturesUs).Order()], 50));

    /// <summary>Null where nothing was decoded.</summary>
    public static DecodeFigures? Decode(IReadOnlyList<Observation> answers)
    {
        double[] decoded = [.. answers.Select(answer => answer.DecodeUs).OfType<double>().Order()];
        return decoded.Length == 0 ? null : new(NearestRank.Of(decoded, 50));
    }

    /// <summary>Null unless every answer carries it: a mean over some of them would be another figure.</summary>
    public static double? MeanCpu(IReadOnlyList<Observation> answers) =>
        answers.All(answer => answer.CpuUs is not null) ? answers.Average(answer => answer.CpuUs) : null;

    private static string? NoteOf(TailEstimate tail) => tail.Figure switch
    {
        null => Invariant($"n too small: a p99 needs {SampleSize.Minimum(Tail)} windows, and {tail.Windows} were seen"),
        { High: null } =>
            Invariant($"slow windows came together, so that {tail.Windows} windows tell as much of a p99 as {tail.Independent} ")
            + Invariant($"independent ones; its interval has an upper end from {TailEstimate.FewestForHigh(Tail)}"),
        _ => null,
    };
}
