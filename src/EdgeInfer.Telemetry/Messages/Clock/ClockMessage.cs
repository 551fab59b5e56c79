using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Telemetry.Messages.Clock;

/// <summary>
/// The device's clock has been set from the network, after messages had gone out with another time: by how much theirs is off.
/// </summary>
public sealed record ClockMessage : NumberedMessage, IMessage<ClockMessage>
{
    public static MessageKind<ClockMessage> Kind { get; } = new(
        "clock",
        "clock",
        static _ => [],
        atLeastOnce: true,
        retain: false,
        new JsonPayload<ClockMessage>(new ClockJson(MessageJson.Options()).ClockMessage),
        ClockMessageRules.All);

    /// <summary>To be added to ts of every message of this boot that has ts_synced false; negative where the clock was ahead.</summary>
    public required long OffsetMs { get; init; }
}
