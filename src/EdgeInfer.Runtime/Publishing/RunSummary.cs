using EdgeInfer.Runtime.Hosting;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Telemetry.Messages;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>The end of a run: one message a model, of whatever was answered when it was asked to stop.</summary>
internal static class RunSummary
{
    public static async Task PublishAsync(
        Stamp stamp, string run, StreamPipeline pipeline, IReadOnlyList<ModelLane> lanes)
    {
        foreach (var lane in lanes)
        {
            var statistics = lane.Statistics;
            await stamp.Session.PublishAsync(
                seq => new ComparisonMessage
                {
                    Schema = MessageSchema.Version,
                    Ts = stamp.Now(),
                    Boot = stamp.Boot,
                    Seq = seq,
                    Run = run,
                    Model = lane.Name,
                    ModelSha256 = lane.Sha256,
                    Host = HostKind.Name,
                    Models = lanes.Count,
                    Windows = pipeline.Windows,
                    Labelled = statistics.Labelled,
                    Correct = statistics.Correct,
                    AmbiguousWindows = pipeline.AmbiguousWindows,
                    Gaps = pipeline.Gaps,
                    LatencyP50Us = statistics.Latency.Percentile(50),
                    LatencyP99Us = statistics.Latency.Percentile(99),
                    FeaturesP50Us = statistics.Features.Percentile(50),
                    CpuUs = statistics.MeanCpuUs,
                }).ConfigureAwait(false);
        }
    }
}
