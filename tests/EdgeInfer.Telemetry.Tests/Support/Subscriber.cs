using System.Text;
using System.Text.Json;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeInfer.Telemetry.Tests.Support;

/// <summary>Hears everything below <c>edgeinfer/</c>.</summary>
internal sealed class Subscriber : IDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly Lock _access = new();
    private readonly List<Heard> _heard = [];
    private readonly MqttClientOptions _options;

    private Subscriber(int port)
    {
        _options = new MqttClientOptionsBuilder()
            .WithProtocolVersion(MqttProtocolVersion.V500)
            .WithTcpServer("127.0.0.1", port)
            .WithClientId($"subscriber-{Guid.NewGuid():N}")
            .WithCleanStart(false)
            .WithSessionExpiryInterval(600)
            .Build();
        _client.ApplicationMessageReceivedAsync += args =>
        {
            var message = args.ApplicationMessage;
            lock (_access)
                _heard.Add(
                    new Heard(message.Topic, Encoding.UTF8.GetString(message.Payload), message.Retain, (int)message.QualityOfServiceLevel)
                    {
                        ContentType = message.ContentType,
                        IsText = message.PayloadFormatIndicator is MqttPayloadFormatIndicator.CharacterData,
                    });
            return Task.CompletedTask;
        };
    }

    public IReadOnlyList<Heard> Heard
    {
        get
        {
            lock (_access)
                return [.. _heard];
        }
    }

    public int Count
    {
        get
        {
            lock (_access)
                return _heard.Count;
        }
    }

    public static async Task<Subscriber> ConnectAsync(int port)
    {
        var subscriber = new Subscriber(port);
        await subscriber.ReconnectAsync();
        return subscriber;
    }

    public async Task ReconnectAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await _client.ConnectAsync(_options, cancellation);
        var filter = new MqttTopicFilterBuilder()
            .WithTopic("edgeinfer/#")
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .WithRetainHandling(MqttRetainHandling.SendAtSubscribeIfNewSubscriptionOnly)
            .Build();
        await _client.SubscribeAsync(new MqttClientSubscribeOptionsBuilder().WithTopicFilter(filter).Build(), cancellation);
    }

    /// <summary>Sequence numbers in order of arrival.</summary>
    public List<long> Seqs() => [.. Heard
        .Where(heard => heard.Payload.StartsWith('{'))
        .Select(heard => JsonDocument.Parse(heard.Payload).RootElement)
        .Where(json => json.TryGetProperty("seq", out _))
        .Select(json => json.GetProperty("seq").GetInt64())];

    public void Dispose() => _client.Dispose();
}

internal sealed record Heard(string Topic, string Payload, bool Retained, int QualityOfService)
{
    public string? ContentType { get; init; }

    /// <summary>The sender says that the payload is UTF-8.</summary>
    public bool IsText { get; init; }
}
