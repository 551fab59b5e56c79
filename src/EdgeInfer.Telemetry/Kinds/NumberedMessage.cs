using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Kinds;

/// <summary>A message that must arrive: QoS 1, and a number by which its absence shows.</summary>
public abstract record NumberedMessage : DeviceMessage
{
    /// <summary>
    /// Number among all numbered messages of the boot, without gaps from 1. The same (device, boot, seq) may arrive twice and is
    /// then the same message.
    /// </summary>
    [JsonPropertyOrder(-1)]
    public required long Seq { get; init; }
}
