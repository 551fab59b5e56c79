using System.Text.Json;

namespace EdgeInfer.Telemetry.Commands;

/// <summary>A verb and who carries it out.</summary>
public sealed class CommandHandler
{
    internal CommandHandler(string verb, Func<JsonElement?, Func<CancellationToken, ValueTask<JsonElement>>> bind) =>
        (Verb, Bind) = (verb, bind);

    public string Verb { get; }

    /// <summary>Reads the args, and gives back what is to be run with them. Throws JsonException where the args won't do.</summary>
    internal Func<JsonElement?, Func<CancellationToken, ValueTask<JsonElement>>> Bind { get; }
}
