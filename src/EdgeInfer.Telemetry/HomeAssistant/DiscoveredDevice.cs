using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.HomeAssistant;

/// <summary>What a device has that Home Assistant can show.</summary>
public sealed record DiscoveredDevice
{
    public required DeviceTopics Topics { get; init; }

    /// <summary>Version of the runtime.</summary>
    public required string Version { get; init; }

    /// <summary>Board, or processor where there is none.</summary>
    public required string Model { get; init; }

    /// <summary>Null where the board has none.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Name of the run whose summaries are shown.</summary>
    public required string Run { get; init; }

    public required IReadOnlyList<DiscoveredModel> Models { get; init; }

    /// <summary>
    /// As in topics. Without any, or with more than <see cref="DiscoveryLimits.MaxStreams"/>, a model has one entity over all streams.
    /// </summary>
    public IReadOnlyList<string> Streams { get; init; } = [];

    /// <summary>Windows a second of a stream; null where single answers are not published.</summary>
    public double? WindowsPerSecond { get; init; }
}
