using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Telemetry.Messages.Health;

/// <summary>How the device's process fares.</summary>
public sealed record HealthMessage : UnnumberedMessage, IMessage<HealthMessage>
{
    public static MessageKind<HealthMessage> Kind { get; } = new(
        "health",
        "telemetry",
        static _ => [],
        atLeastOnce: false,
        retain: false,
        new JsonPayload<HealthMessage>(new HealthJson(MessageJson.Options()).HealthMessage),
        HealthRules.All);

    /// <summary>Whether the clock behind ts was set from the network.</summary>
    public required bool TsSynced { get; init; }

    /// <summary>Since the start of the process.</summary>
    public required double UptimeS { get; init; }

    /// <summary>Windows since the start, of all streams.</summary>
    public required long Windows { get; init; }

    /// <summary>Windows a second since the last message.</summary>
    public required double WindowsPerS { get; init; }

    /// <summary>CPU time of the process.</summary>
    public required double CpuS { get; init; }

    /// <summary>Resident memory of the process.</summary>
    public required long ResidentBytes { get; init; }

    /// <summary>Messages that wait for the broker.</summary>
    public required int OutboxDepth { get; init; }

    /// <summary>Numbered messages of this boot given up because the outbox was full; they took no number.</summary>
    public long OutboxDropped { get; init; }
}
