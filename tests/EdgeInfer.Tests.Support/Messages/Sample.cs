using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Tests.Support.Messages;

/// <summary>A good message of one kind as it travels, from the device 'lab/pi5'.</summary>
public sealed record Sample(string Kind, string Topic, byte[] Payload, Received Received)
{
    private static readonly DeviceTopics Device = new("lab", "pi5");

    public static Sample Of<T>(T message)
        where T : class, IMessage<T> =>
        new(T.Kind.Name, T.Kind.TopicOf(Device, message), T.Kind.Encode(message), new Received<T>("lab", "pi5", message));
}
