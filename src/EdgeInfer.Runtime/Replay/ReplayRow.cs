using EdgeInfer.Runtime.Publishing;

namespace EdgeInfer.Runtime.Replay;

/// <summary>What a replay says of one model at its end: figures of its summary message.</summary>
/// <param name="Accuracy">Null where no window was labelled.</param>
/// <param name="P99Us">Null where the windows are too few for it.</param>
internal sealed record ReplayRow(
    string Model, long Windows, double? Accuracy, double MedianUs, double? P99Us, IReadOnlyList<string> Marks)
{
    /// <summary>To be asked while no stream runs.</summary>
    public static ReplayRow Of(ServedModel model)
    {
        var statistics = model.Statistics;
        return new(
            model.Name,
            statistics.Latency.Count,
            statistics.Labelled > 0 ? (double)statistics.Correct / statistics.Labelled : null,
            statistics.Latency.All.Percentile(50),
            statistics.Latency.Tail(99).Figure?.Value,
            model.Marks.Words);
    }
}
