using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Outboxes;

/// <summary>A device's message, as its kind says that it travels.</summary>
internal static class Outgoing
{
    /// <exception cref="ArgumentException">A number is NaN or infinite, or the payload exceeds the limit.</exception>
    public static OutgoingMessage Of<T>(DeviceTopics topics, T message)
        where T : class, IMessage<T> =>
        new(T.Kind.TopicOf(topics, message), T.Kind.Encode(message), T.Kind.AtLeastOnce, T.Kind.Retain)
        {
            ContentType = T.Kind.Payload.ContentType,
        };
}
