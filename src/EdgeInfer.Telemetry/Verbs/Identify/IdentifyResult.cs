using System.Text.Json.Serialization;
using EdgeInfer.Telemetry.Numbers;

namespace EdgeInfer.Telemetry.Verbs.Identify;

/// <summary>What a device says of itself when it is asked.</summary>
public sealed record IdentifyResult
{
    /// <summary>Site and device, with a slash between.</summary>
    public required string Device { get; init; }

    /// <summary>Version of the runtime.</summary>
    public required string Version { get; init; }

    /// <summary>Board, processor, cores and operating system in one line.</summary>
    public required string Machine { get; init; }

    /// <summary>Since the start of the process.</summary>
    [JsonConverter(typeof(SecondsConverter))]
    public required double UptimeS { get; init; }

    /// <summary>Names of the models that answer.</summary>
    public required IReadOnlyList<string> Models { get; init; }
}
