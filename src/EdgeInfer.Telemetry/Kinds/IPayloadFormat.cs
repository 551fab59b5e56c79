using System.Text.Json.Serialization.Metadata;

namespace EdgeInfer.Telemetry.Kinds;

/// <summary>A message as bytes and back.</summary>
internal interface IPayloadFormat<T>
{
    string ContentType { get; }

    /// <summary>Null where the payload is plain text.</summary>
    JsonTypeInfo? Json { get; }

    /// <summary>Every payload that there is, where it is plain text; empty for JSON.</summary>
    IReadOnlyList<string> Texts { get; }

    /// <exception cref="ArgumentException">The message can't be written, as with a number that is NaN.</exception>
    byte[] Write(T message);

    /// <exception cref="System.Text.Json.JsonException">The bytes are no such message.</exception>
    /// <exception cref="Rules.RejectedMessageException">The same, where they are no JSON.</exception>
    T Read(ReadOnlySpan<byte> payload);
}
