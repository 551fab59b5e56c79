using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Kinds;

internal sealed class JsonPayload<T>(JsonTypeInfo<T> type) : IPayloadFormat<T>
    where T : class
{
    public string ContentType => "application/json";

    public JsonTypeInfo Json => type;

    public IReadOnlyList<string> Texts => [];

    public byte[] Write(T message) => JsonSerializer.SerializeToUtf8Bytes(message, type);

    public T Read(ReadOnlySpan<byte> payload) =>
        JsonSerializer.Deserialize(payload, type) ?? throw new RejectedMessageException(Rejection.Json, "null");
}
