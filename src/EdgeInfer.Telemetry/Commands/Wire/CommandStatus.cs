using System.Text.Json.Serialization;
using EdgeInfer.Core.Json;

namespace EdgeInfer.Telemetry.Commands.Wire;

/// <summary>What became of a command.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<CommandStatus>))]
public enum CommandStatus
{
    /// <summary>It ran to its end.</summary>
    Done,

    /// <summary>It did not run.</summary>
    Refused,

    /// <summary>It began, and did not reach its end.</summary>
    Failed,
}
