using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Sessions;

/// <summary>How a kind of message travels.</summary>
internal sealed record Route<T>(
    JsonTypeInfo<T> Json, Func<DeviceTopics, T, string> Topic, bool AtLeastOnce, bool Retain)
{
    /// <exception cref="ArgumentException">A number is NaN or infinite, or the payload exceeds the limit.</exception>
    public OutboxMessage Encode(DeviceTopics topics, T message)
    {
        var topic = Topic(topics, message);
        var payload = JsonSerializer.SerializeToUtf8Bytes(message, Json);
        return payload.Length <= MessageLimits.MaxPayloadBytes
            ? new OutboxMessage(topic, payload, AtLeastOnce, Retain)
            : throw new ArgumentException(
                $"the message for {topic} has {payload.Length} bytes, more than {MessageLimits.MaxPayloadBytes}", nameof(message));
    }
}
