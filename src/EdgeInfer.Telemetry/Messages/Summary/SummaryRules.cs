using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Messages.Summary;

internal static class SummaryRules
{
    public static MessageRules<SummaryMessage> All { get; } = new MessageRules<SummaryMessage>()
        .Text("model_sha256", message => message.ModelSha256)
        .OneOf("host", ["jit", "aot"], message => message.Host)
        .AtLeast(1, "models", message => message.Models)
        .AtLeast(0, "windows", message => message.Windows)
        .AtLeast(0, "labelled", message => message.Labelled)
        .Require("labelled", message => message.Labelled <= message.Windows, message => message.Labelled)
        .AtLeast(0, "correct", message => message.Correct)
        .Require("correct", message => message.Correct <= message.Labelled, message => message.Correct)
        .AtLeast(0, "ambiguous_windows", message => message.AmbiguousWindows)
        .AtLeast(0, "gaps", message => message.Gaps)
        .AtLeast(0, "latency_p50_us", message => message.LatencyP50Us)
        .AtLeast(0, "latency_p99_us", message => message.LatencyP99Us)
        .AtLeast(0, "features_p50_us", message => message.FeaturesP50Us)
        .AtLeast(0, "cpu_us", message => message.CpuUs)
        .Marks(message => message.Marks);
}
