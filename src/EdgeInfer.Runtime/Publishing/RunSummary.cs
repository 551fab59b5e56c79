using EdgeInfer.Runtime.Hosting;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Summary;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>The end of a run: one message a model, of whatever was answered when it was asked to stop.</summary>
internal static class RunSummary
{
    public static async Task PublishAsync(Stamp stamp, string run, IReadOnlyList<ServedModel> models)
    {
        foreach (var model in models)
        {
            var (statistics, now) = (model.Statistics, stamp.Now());
            var tail = statistics.Latency.Tail(99).Figure;
            await stamp.Session.PublishAsync(
                seq => new SummaryMessage
                {
                    Schema = MessageSchema.Version,
                    Ts = now.Ts,
                    TsSynced = now.Synced,
                    MonoMs = now.MonoMs,
                    Boot = stamp.Boot,
                    Seq = seq,
                    Run = run,
                    Model = model.Name,
                    ModelSha256 = model.Sha256,
                    Host = HostKind.Name,
                    Models = models.Count,
                    Windows = statistics.Latency.Count,
                    Labelled = statistics.Labelled,
                    Correct = statistics.Correct,
                    AmbiguousWindows = model.Pipelines.Sum(pipeline => pipeline.AmbiguousWindows),
                    NonFiniteWindows = statistics.NonFiniteWindows,
                    Gaps = model.Pipelines.Sum(pipeline => pipeline.Gaps),
                    LatencyP50Us = statistics.Latency.All.Percentile(50),
                    LatencyP99Us = tail?.Value,
                    LatencyP99LowUs = tail?.Low,
                    LatencyP99HighUs = tail?.High,
                    FeaturesP50Us = statistics.Features.Percentile(50),
                    DecodeP50Us = statistics.Decode.Count > 0 ? statistics.Decode.Percentile(50) : null,
                    CpuUs = statistics.MeanCpuUs,
                    Marks = MessageMarks.Of(model.Marks),
                }).ConfigureAwait(false);
        }
    }
}
