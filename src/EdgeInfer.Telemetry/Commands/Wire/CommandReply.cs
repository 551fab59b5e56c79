using System.Text.Json;
using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Telemetry.Commands.Wire;

/// <summary>What a device answers to a command, on the topic that the command names.</summary>
public sealed record CommandReply : DeviceMessage
{
    /// <summary>Last level of the command's topic.</summary>
    public required string Verb { get; init; }

    /// <summary>That of the command; absent where it could not be read.</summary>
    public string? Nonce { get; init; }

    /// <summary>What became of the command.</summary>
    public required CommandStatus Status { get; init; }

    /// <summary>Why the command was refused; absent where it was not.</summary>
    public CommandRefusal? Reason { get; init; }

    /// <summary>The same in words, or what made it fail.</summary>
    public string? Detail { get; init; }

    /// <summary>True where the command came again: it ran once, and this is how that ended. Absent otherwise.</summary>
    public bool? Repeated { get; init; }

    /// <summary>What the verb gives back; absent where it gives nothing, and in a repeated answer.</summary>
    public JsonElement? Result { get; init; }
}
