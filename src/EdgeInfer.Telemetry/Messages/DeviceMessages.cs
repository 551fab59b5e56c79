namespace EdgeInfer.Telemetry.Messages;

/// <summary>What the device is; topic <c>info</c>, retained, QoS 1.</summary>
public sealed record InfoMessage(
    int Schema, long Ts, string Boot, long Seq, string Version, string Host, string Machine, string Os, int Cores);

/// <summary>The models that answer; topic <c>model/state</c>, retained, QoS 1.</summary>
public sealed record ModelStateMessage(
    int Schema, long Ts, string Boot, long Seq, IReadOnlyList<string> Models, IReadOnlyList<string> ModelSha256);

/// <summary>Health; topic <c>telemetry</c>, QoS 0 and so without a sequence number.</summary>
/// <param name="OutboxDepth">Messages that wait for the broker; the session fills it in.</param>
public sealed record TelemetryMessage(
    int Schema,
    long Ts,
    string Boot,
    bool TsSynced,
    double UptimeS,
    long Windows,
    double WindowsPerS,
    double CpuS,
    long ResidentBytes,
    int OutboxDepth)
{
    /// <summary>QoS 1 messages of this boot given up because the outbox was full; the session fills it in.</summary>
    public long OutboxDropped { get; init; }
}
