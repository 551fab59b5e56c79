using System.Globalization;
using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Messages.Summary;

internal static class SummaryRules
{
    /// <summary>Windows below which a 99th percentile is not stated: ten lie beyond it.</summary>
    private const long FewestForTail = 1_000;

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
        .AtLeast(0, "non_finite_windows", message => message.NonFiniteWindows)
        .AtLeast(0, "gaps", message => message.Gaps)
        .AtLeast(0, "latency_p50_us", message => message.LatencyP50Us)
        .AtLeast(0, "latency_p99_us", message => message.LatencyP99Us)
        .AtLeast(0, "latency_p99_low_us", message => message.LatencyP99LowUs)
        .AtLeast(0, "latency_p99_high_us", message => message.LatencyP99HighUs)
        .Require(
            "latency_p99_us",
            message => message.LatencyP99Us is null || message.Windows >= FewestForTail,
            message => string.Create(CultureInfo.InvariantCulture, $"stated of {message.Windows} windows"))
        .Require("latency_p99_low_us", message => IsBelow(message.LatencyP99LowUs, message.LatencyP99Us), Tail)
        .Require(
            "latency_p99_high_us",
            message => message.LatencyP99HighUs is null || IsBelow(message.LatencyP99Us, message.LatencyP99HighUs),
            Tail)
        .AtLeast(0, "features_p50_us", message => message.FeaturesP50Us)
        .AtLeast(0, "decode_p50_us", message => message.DecodeP50Us)
        .AtLeast(0, "cpu_us", message => message.CpuUs)
        .Marks(message => message.Marks);

    /// <summary>Both there, or none.</summary>
    private static bool IsBelow(double? low, double? high) => low is null == high is null && !(low > high);

    private static object Tail(SummaryMessage message) => string.Create(
        CultureInfo.InvariantCulture, $"p99 {message.LatencyP99Us}, from {message.LatencyP99LowUs} to {message.LatencyP99HighUs}");
}
