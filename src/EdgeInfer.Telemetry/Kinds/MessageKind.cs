using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Kinds;

/// <summary>How one kind of message travels and what it holds, whatever its type.</summary>
public abstract class MessageKind
{
    private protected MessageKind(string name, TopicPattern topic, bool atLeastOnce, bool retain) =>
        (Name, Topic, AtLeastOnce, Retain) = (name, topic, atLeastOnce, retain);

    /// <summary>In camel case.</summary>
    public string Name { get; }

    /// <summary>QoS 1; otherwise QoS 0.</summary>
    public bool AtLeastOnce { get; }

    /// <summary>Whether the broker keeps the last one for who comes later.</summary>
    public bool Retain { get; }

    internal TopicPattern Topic { get; }

    /// <summary>What a document says of the payload.</summary>
    internal abstract PayloadDescription Describe();

    /// <param name="names">The topic's levels that the message must agree with.</param>
    /// <exception cref="Rules.RejectedMessageException">The bytes are no good message of this kind.</exception>
    /// <exception cref="System.Text.Json.JsonException">They are no JSON of it.</exception>
    internal abstract Received Read(string site, string device, IReadOnlyList<string> names, ReadOnlySpan<byte> payload);
}
