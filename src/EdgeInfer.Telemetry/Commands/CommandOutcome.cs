using System.Text.Json;
using EdgeInfer.Telemetry.Commands.Wire;

namespace EdgeInfer.Telemetry.Commands;

/// <summary>What an answer says, before the device's head is on it.</summary>
internal sealed record CommandOutcome(string Verb, string? Nonce, CommandStatus Status)
{
    public CommandRefusal? Reason { get; init; }

    public string? Detail { get; init; }

    public bool Repeated { get; init; }

    public JsonElement? Result { get; init; }
}
