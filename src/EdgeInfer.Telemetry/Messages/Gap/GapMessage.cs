using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Telemetry.Messages.Gap;

/// <summary>Messages of the device that will never arrive, so that a reader need not wait for them.</summary>
public sealed record GapMessage : NumberedMessage, IMessage<GapMessage>
{
    public static MessageKind<GapMessage> Kind { get; } = new(
        "gap",
        "gap",
        static _ => [],
        atLeastOnce: true,
        retain: false,
        new JsonPayload<GapMessage>(new GapJson(MessageJson.Options()).GapMessage),
        GapRules.All);

    /// <summary>Boot of the lost messages, which may be an earlier one.</summary>
    public required string LostBoot { get; init; }

    /// <summary>Lowest lost number.</summary>
    public required long FirstSeq { get; init; }

    /// <summary>Highest lost number.</summary>
    public required long LastSeq { get; init; }

    /// <summary>
    /// Why: size, where the oldest made room for newer ones; age, where they had waited too long; damage, where the disk gave back
    /// other bytes than it took.
    /// </summary>
    public required string Reason { get; init; }
}
