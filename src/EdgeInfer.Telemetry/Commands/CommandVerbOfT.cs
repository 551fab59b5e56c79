using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EdgeInfer.Telemetry.Commands;

/// <inheritdoc cref="CommandVerb"/>
public sealed class CommandVerb<TArguments, TResult> : CommandVerb
    where TArguments : class
    where TResult : class
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    private readonly JsonTypeInfo<TArguments> _arguments;
    private readonly JsonTypeInfo<TResult> _result;

    internal CommandVerb(string name, JsonTypeInfo<TArguments> arguments, JsonTypeInfo<TResult> result)
        : base(name, arguments, result) => (_arguments, _result) = (arguments, result);

    /// <param name="run">
    /// Carries the verb out, on the thread that receives; commands wait for each other. What it throws is the command's failure.
    /// </param>
    public CommandHandler Handled(Func<TArguments, CancellationToken, ValueTask<TResult>> run) =>
        new(Name, args => Bound(args, run));

    /// <exception cref="JsonException">The args are none of this verb.</exception>
    private Func<CancellationToken, ValueTask<JsonElement>> Bound(
        JsonElement? args, Func<TArguments, CancellationToken, ValueTask<TResult>> run)
    {
        var read = (args ?? Nothing).Deserialize(_arguments) ?? throw new JsonException("args are null");
        return async stop =>
            JsonSerializer.SerializeToElement(await run(read, stop).ConfigureAwait(false), _result);
    }
}
