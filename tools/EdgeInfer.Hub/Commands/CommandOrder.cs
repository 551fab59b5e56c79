using System.Text.Json;
using EdgeInfer.Telemetry.Commands.Keys;

namespace EdgeInfer.Hub.Commands;

/// <summary>What somebody wants a device to do.</summary>
/// <param name="Verb">Last level of the topic.</param>
public sealed record CommandOrder(string Verb)
{
    /// <summary>Null where the verb needs nothing.</summary>
    public JsonElement? Args { get; init; }

    /// <summary>Signs the command; null where the device asks for no signature.</summary>
    public CommandKey? Key { get; init; }

    /// <summary>How long the answer is waited for. The command loses its force at the same moment.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
