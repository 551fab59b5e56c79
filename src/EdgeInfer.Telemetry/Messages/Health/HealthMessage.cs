using System.Text.Json.Serialization;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Numbers;

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

    /// <summary>Since the start of the process.</summary>
    [JsonConverter(typeof(SecondsConverter))]
    public required double UptimeS { get; init; }

    /// <summary>Windows since the start, of all streams.</summary>
    public required long Windows { get; init; }

    /// <summary>Windows a second since the last message.</summary>
    [JsonConverter(typeof(RateConverter))]
    public required double WindowsPerS { get; init; }

    /// <summary>CPU time of the process.</summary>
    [JsonConverter(typeof(SecondsConverter))]
    public required double CpuS { get; init; }

    /// <summary>Resident memory of the process.</summary>
    public required long ResidentBytes { get; init; }

    /// <summary>Messages that wait for the broker.</summary>
    public required int OutboxDepth { get; init; }

    /// <summary>Numbered messages of this boot given up because the outbox was full; they took no number.</summary>
    public long OutboxDropped { get; init; }

    /// <summary>Commands that ran to their end.</summary>
    public long CommandsDone { get; init; }

    /// <summary>Commands that did not run: forged, late, malformed, unknown. Their answers say why.</summary>
    public long CommandsRefused { get; init; }

    /// <summary>Commands that began, and did not reach their end.</summary>
    public long CommandsFailed { get; init; }

    /// <summary>
    /// What figures of any model of the device must be read with: simulated, quick, leaky, origin unknown; absent where none holds.
    /// </summary>
    public IReadOnlyList<string>? Marks { get; init; }
}
