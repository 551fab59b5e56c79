using System.Collections.Concurrent;
using System.Text;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeInfer.Telemetry.Tests.Support;

/// <summary>Sends commands to a device, and hears the answers.</summary>
internal sealed class Requester : IDisposable
{
    public const string ResponseTopic = "operator/answers";

    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();

    private Requester() => _client.ApplicationMessageReceivedAsync += args =>
    {
        var answer = args.ApplicationMessage;
        Answers.Enqueue((Encoding.UTF8.GetString(answer.Payload), Encoding.UTF8.GetString(answer.CorrelationData ?? [])));
        return Task.CompletedTask;
    };

    public ConcurrentQueue<(string Payload, string Correlation)> Answers { get; } = [];

    public static async Task<Requester> ConnectAsync(int port)
    {
        var requester = new Requester();
        await requester._client.ConnectAsync(
            new MqttClientOptionsBuilder().WithProtocolVersion(MqttProtocolVersion.V500).WithTcpServer("127.0.0.1", port).Build(),
            TestContext.Current.CancellationToken);
        await requester._client.SubscribeAsync(
            ResponseTopic, MqttQualityOfServiceLevel.AtLeastOnce, TestContext.Current.CancellationToken);
        return requester;
    }

    public Task SendAsync(string topic, string payload, string? correlation = null)
    {
        var message = new MqttApplicationMessageBuilder()
            .WithTopic(topic)
            .WithPayload(payload)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce);
        if (correlation is not null)
            message.WithResponseTopic(ResponseTopic).WithCorrelationData(Encoding.UTF8.GetBytes(correlation));
        return _client.PublishAsync(message.Build(), TestContext.Current.CancellationToken);
    }

    public void Dispose() => _client.Dispose();
}
