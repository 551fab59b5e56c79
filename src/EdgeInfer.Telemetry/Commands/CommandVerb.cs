using System.Text.Json.Serialization.Metadata;

namespace EdgeInfer.Telemetry.Commands;

/// <summary>What a device can be told to do: the name in the topic, what the verb takes and what it gives back.</summary>
public abstract class CommandVerb
{
    private protected CommandVerb(string name, JsonTypeInfo arguments, JsonTypeInfo result) =>
        (Name, Arguments, Result) = (name, arguments, result);

    public string Name { get; }

    /// <summary>Fields of args.</summary>
    internal JsonTypeInfo Arguments { get; }

    /// <summary>Fields of result.</summary>
    internal JsonTypeInfo Result { get; }
}
