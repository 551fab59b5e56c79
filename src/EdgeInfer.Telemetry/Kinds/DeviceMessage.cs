using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Kinds;

/// <summary>What every JSON message of a device begins with.</summary>
public abstract record DeviceMessage
{
    /// <summary>Version of the payload.</summary>
    [JsonPropertyOrder(-6)]
    public required int Schema { get; init; }

    /// <summary>
    /// Time of the message, UTC, ms since 1970. Before the device's clock is set from the network it may be years off; a clock
    /// message then says by how much.
    /// </summary>
    [JsonPropertyOrder(-5)]
    public required long Ts { get; init; }

    /// <summary>Whether the clock behind ts has been set from the network.</summary>
    [JsonPropertyOrder(-4)]
    public required bool TsSynced { get; init; }

    /// <summary>Time since the device's process began, by a clock that nobody sets; it orders the messages of a boot.</summary>
    [JsonPropertyOrder(-3)]
    public required long MonoMs { get; init; }

    /// <summary>Random for every start of the device's process.</summary>
    [JsonPropertyOrder(-2)]
    public required string Boot { get; init; }
}
