using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeInfer.Telemetry.Tests.Support;

/// <summary>Sends commands to the device 'lab/pi5' as any MQTT 5 client may, and hears the answers as JSON.</summary>
internal sealed class Sender : IDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();

    private Sender() => _client.ApplicationMessageReceivedAsync += args =>
    {
        Answers.Enqueue(JsonDocument.Parse(Encoding.UTF8.GetString(args.ApplicationMessage.Payload)).RootElement);
        return Task.CompletedTask;
    };

    public ConcurrentQueue<JsonElement> Answers { get; } = [];

    public string ResponseTopic { get; } = $"operator/{Guid.NewGuid():N}";

    public static async Task<Sender> ConnectAsync(int port)
    {
        var sender = new Sender();
        await sender._client.ConnectAsync(
            new MqttClientOptionsBuilder().WithProtocolVersion(MqttProtocolVersion.V500).WithTcpServer("127.0.0.1", port).Build(),
            TestContext.Current.CancellationToken);
        await sender._client.SubscribeAsync(
            sender.ResponseTopic, MqttQualityOfServiceLevel.AtLeastOnce, TestContext.Current.CancellationToken);
        return sender;
    }

    public Task SendAsync(string verb, byte[] payload, string? responseTopic = null, bool retain = false) => _client.PublishAsync(
        new MqttApplicationMessageBuilder()
            .WithTopic($"edgeinfer/lab/pi5/cmd/{verb}")
            .WithPayload(payload)
            .WithRetainFlag(retain)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .WithResponseTopic(responseTopic ?? ResponseTopic)
            .WithCorrelationData("c"u8.ToArray())
            .Build(),
        TestContext.Current.CancellationToken);

    public void Dispose() => _client.Dispose();
}
