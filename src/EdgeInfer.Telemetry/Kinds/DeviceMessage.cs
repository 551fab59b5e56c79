using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Kinds;

/// <summary>What every JSON message of a device begins with.</summary>
public abstract record DeviceMessage
{
    /// <summary>Version of the payload.</summary>
    [JsonPropertyOrder(-4)]
    public required int Schema { get; init; }

    /// <summary>Time of the message, UTC, ms since 1970.</summary>
    [JsonPropertyOrder(-3)]
    public required long Ts { get; init; }

    /// <summary>Random for every start of the device's process.</summary>
    [JsonPropertyOrder(-2)]
    public required string Boot { get; init; }
}
