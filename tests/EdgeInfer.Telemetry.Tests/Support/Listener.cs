using System.Collections.Concurrent;
using System.Text;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeInfer.Telemetry.Tests.Support;

/// <summary>Any other client: hears one filter, and publishes what it is told.</summary>
internal sealed class Listener : IDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();

    private Listener() => _client.ApplicationMessageReceivedAsync += args =>
    {
        var message = args.ApplicationMessage;
        Heard.Enqueue(new Heard(
            message.Topic, Encoding.UTF8.GetString(message.Payload), message.Retain, (int)message.QualityOfServiceLevel));
        return Task.CompletedTask;
    };

    public ConcurrentQueue<Heard> Heard { get; } = [];

    public static async Task<Listener> ConnectAsync(int port, string filter)
    {
        var listener = new Listener();
        await listener._client.ConnectAsync(
            new MqttClientOptionsBuilder().WithProtocolVersion(MqttProtocolVersion.V500).WithTcpServer("127.0.0.1", port).Build(),
            TestContext.Current.CancellationToken);
        await listener._client.SubscribeAsync(filter, MqttQualityOfServiceLevel.AtLeastOnce, TestContext.Current.CancellationToken);
        return listener;
    }

    public Task PublishAsync(string topic, string payload, bool retain = false) => _client.PublishAsync(
        new MqttApplicationMessageBuilder()
            .WithTopic(topic)
            .WithPayload(payload)
            .WithRetainFlag(retain)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .Build(),
        TestContext.Current.CancellationToken);

    public void Dispose() => _client.Dispose();
}
