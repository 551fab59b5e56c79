using System.Text;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeInfer.Hub.Tests.Support;

/// <summary>Publishes whatever it is told, as a hostile or foreign client would.</summary>
internal sealed class Publisher : IDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();

    /// <param name="user">Null for a client without a name.</param>
    public static async Task<Publisher> ConnectAsync(int port, string? user = null)
    {
        var publisher = new Publisher();
        var options = new MqttClientOptionsBuilder().WithProtocolVersion(MqttProtocolVersion.V500).WithTcpServer("127.0.0.1", port);
        if (user is not null)
            options.WithCredentials(user, "");
        await publisher._client.ConnectAsync(options.Build(), TestContext.Current.CancellationToken);
        return publisher;
    }

    public Task<MqttClientPublishResult> PublishAsync(string topic, string payload, bool retain = false) =>
        PublishAsync(topic, Encoding.UTF8.GetBytes(payload), retain);

    public Task<MqttClientPublishResult> PublishAsync(string topic, byte[] payload, bool retain = false) => _client.PublishAsync(
        new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(payload).WithRetainFlag(retain)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build(),
        TestContext.Current.CancellationToken);

    public void Dispose() => _client.Dispose();
}
