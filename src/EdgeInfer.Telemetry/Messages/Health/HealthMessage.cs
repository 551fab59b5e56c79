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

    /// <summary>Messages that wait for the broker, those of earlier boots among them.</summary>
    public required long OutboxDepth { get; init; }

    /// <summary>Bytes that they take on the disk.</summary>
    public long OutboxBytes { get; init; }

    /// <summary>Messages that left without reaching the broker since the start; a gap message names the numbers that they had.</summary>
    public long OutboxDropped { get; init; }

    /// <summary>Messages that the broker refused since the start; the device keeps them apart.</summary>
    public long OutboxRefused { get; init; }

    /// <summary>Attempts to write messages to the disk that failed since the start; they wait in memory until one succeeds.</summary>
    public long DiskFailures { get; init; }

    /// <summary>Connections to the broker since the start, after the first.</summary>
    public long Reconnects { get; init; }

    /// <summary>Times since the start that another client took this device's MQTT client id: two devices have one name.</summary>
    public long IdConflicts { get; init; }

    /// <summary>Commands that ran to their end.</summary>
    public long CommandsDone { get; init; }

    /// <summary>Commands that did not run: forged, late, malformed, unknown. Their answers say why.</summary>
    public long CommandsRefused { get; init; }

    /// <summary>Commands that began, and did not reach their end.</summary>
    public long CommandsFailed { get; init; }

    /// <summary>What figures of any model of the device must be read with; absent where nothing is to be said.</summary>
    public IReadOnlyList<string>? Marks { get; init; }
}
