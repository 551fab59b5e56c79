using System.Text.Json.Serialization;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Numbers;

namespace EdgeInfer.Telemetry.Messages.Inference;

/// <summary>One model's answer to one window.</summary>
public sealed record InferenceMessage : NumberedMessage, IMessage<InferenceMessage>
{
    public static MessageKind<InferenceMessage> Kind { get; } = new(
        "inference",
        "inference/{stream}/{model}",
        static message => [message.Stream, message.Model],
        atLeastOnce: true,
        retain: false,
        new JsonPayload<InferenceMessage>(new InferenceJson(MessageJson.Options()).InferenceMessage),
        InferenceRules.All);

    /// <summary>
    /// Source of the window on the device: its id, or where that is no topic level, the id with other characters turned into '_' and
    /// a hash behind it.
    /// </summary>
    public required string Stream { get; init; }

    /// <summary>The source's own id, a slash, sensor time of the first sample in ns: what explain takes.</summary>
    public required string Window { get; init; }

    /// <summary>Sensor time of the window's first sample.</summary>
    public required long StartMs { get; init; }

    /// <summary>
    /// Number of the piece of the stream, without a gap, that the window lies in; 0 or more, rising with every new piece.
    /// </summary>
    public required int Segment { get; init; }

    /// <summary>Name of the model's bundle; its hash stands under this name in the retained message of model/state.</summary>
    public required string Model { get; init; }

    /// <summary>Label with the highest score; of an anomaly task, normal or anomaly as this window alone says.</summary>
    public required string Label { get; init; }

    /// <summary>Probability of label, 0 to 1; of an anomaly task the score, 0 or more, on the model's own scale.</summary>
    public required float Score { get; init; }

    /// <summary>
    /// Label after the decision stage; absent before the first decision. Of an anomaly task: anomaly while an event is open.
    /// </summary>
    public string? Decision { get; init; }

    /// <summary>
    /// From the moment the window's last sample was due to the answer: lateness, decoding and features included, the work of
    /// other models on this window left out.
    /// </summary>
    [JsonConverter(typeof(MicrosecondsConverter))]
    public required double LatencyUs { get; init; }

    /// <summary>Part of the work that went into features or preprocessing.</summary>
    [JsonConverter(typeof(MicrosecondsConverter))]
    public required double FeaturesUs { get; init; }

    /// <summary>Part of the latency that went into decoding the frame; absent where nothing is decoded.</summary>
    [JsonConverter(typeof(MicrosecondsConverter))]
    public double? DecodeUs { get; init; }

    /// <summary>CPU time of features and model on the stream's thread.</summary>
    [JsonConverter(typeof(MicrosecondsConverter))]
    public double? CpuUs { get; init; }

    /// <summary>True label, in replay only.</summary>
    public string? Truth { get; init; }

    /// <summary>
    /// Probability of every class in the order of the model's labels, or the one anomaly score; with truth only.
    /// </summary>
    public IReadOnlyList<float>? Scores { get; init; }

    /// <summary>What the figures must be read with; absent where nothing is to be said.</summary>
    public IReadOnlyList<string>? Marks { get; init; }
}
