using System.Text.Json.Serialization;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Numbers;

namespace EdgeInfer.Telemetry.Messages.Summary;

/// <summary>One model's summary of a run; a run ends with one message a model.</summary>
public sealed record SummaryMessage : NumberedMessage, IMessage<SummaryMessage>
{
    public static MessageKind<SummaryMessage> Kind { get; } = new(
        "summary",
        "summary/{run}/{model}",
        static message => [message.Run, message.Model],
        atLeastOnce: true,
        retain: true,
        new JsonPayload<SummaryMessage>(new SummaryJson(MessageJson.Options()).SummaryMessage),
        SummaryRules.All);

    /// <summary>Name of the run.</summary>
    public required string Run { get; init; }

    /// <summary>Name of the model's bundle.</summary>
    public required string Model { get; init; }

    /// <summary>SHA-256 of the bundle's model.json, which names the hash of every file; hexadecimal.</summary>
    public required string ModelSha256 { get; init; }

    /// <summary>How the runtime was compiled.</summary>
    public required string Host { get; init; }

    /// <summary>Models in the run, and so messages to expect.</summary>
    public required int Models { get; init; }

    /// <summary>Windows answered, of all streams.</summary>
    public required long Windows { get; init; }

    /// <summary>Windows with a truth; accuracy stands on these.</summary>
    public required long Labelled { get; init; }

    /// <summary>Labelled windows answered with their truth.</summary>
    public required long Correct { get; init; }

    /// <summary>Windows dropped because no label held half of them.</summary>
    public required long AmbiguousWindows { get; init; }

    /// <summary>Windows without an answer, because a sample or a score was NaN or an infinity.</summary>
    public required long NonFiniteWindows { get; init; }

    /// <summary>Steps between samples too long to interpolate.</summary>
    public required long Gaps { get; init; }

    /// <summary>Median latency.</summary>
    [JsonConverter(typeof(MicrosecondsConverter))]
    public required double LatencyP50Us { get; init; }

    /// <summary>99th percentile of the latency; absent, with its interval, below 1,000 windows, where n is too small.</summary>
    [JsonConverter(typeof(MicrosecondsConverter))]
    public double? LatencyP99Us { get; init; }

    /// <summary>Lower end of the interval in which another run's 99th percentile lies, with 95 % confidence.</summary>
    [JsonConverter(typeof(MicrosecondsConverter))]
    public double? LatencyP99LowUs { get; init; }

    /// <summary>
    /// Upper end of that interval; absent also where slow windows came together so much that they count as fewer than 500.
    /// </summary>
    [JsonConverter(typeof(MicrosecondsConverter))]
    public double? LatencyP99HighUs { get; init; }

    /// <summary>Median time of features or preprocessing.</summary>
    [JsonConverter(typeof(MicrosecondsConverter))]
    public required double FeaturesP50Us { get; init; }

    /// <summary>Median time of decoding a frame, a part of the latency; absent where nothing was decoded.</summary>
    [JsonConverter(typeof(MicrosecondsConverter))]
    public double? DecodeP50Us { get; init; }

    /// <summary>Mean CPU time of features and model a window; absent where the platform does not count it.</summary>
    [JsonConverter(typeof(MicrosecondsConverter))]
    public double? CpuUs { get; init; }

    /// <summary>What the figures must be read with; absent where nothing is to be said.</summary>
    public IReadOnlyList<string>? Marks { get; init; }
}
