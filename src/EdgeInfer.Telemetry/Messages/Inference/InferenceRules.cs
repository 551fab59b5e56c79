using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Messages.Inference;

internal static class InferenceRules
{
    public static MessageRules<InferenceMessage> All { get; } = new MessageRules<InferenceMessage>()
        .Text("window", message => message.Window)
        .AtLeast(0, "segment", message => message.Segment)
        .Text("label", message => message.Label)
        .Finite("score", message => message.Score)
        .Text("decision", message => message.Decision)
        .AtLeast(0, "latency_us", message => message.LatencyUs)
        .AtLeast(0, "features_us", message => message.FeaturesUs)
        .AtLeast(0, "decode_us", message => message.DecodeUs)
        .AtLeast(0, "cpu_us", message => message.CpuUs)
        .Text("truth", message => message.Truth)
        .AllFinite("scores", message => message.Scores)
        .Marks(message => message.Marks);
}
