using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using MQTTnet;
using MQTTnet.Server;

namespace EdgeInfer.Runtime.Tests.Support;

/// <summary>A broker on a free port that keeps what was published.</summary>
internal sealed class CollectingBroker : IAsyncDisposable
{
    private readonly MqttServer _server;
    private readonly ConcurrentQueue<CollectedMessage> _messages = new();

    private CollectingBroker(int port)
    {
        Port = port;
        _server = new MqttServerFactory().CreateMqttServer(new MqttServerOptionsBuilder()
            .WithDefaultEndpoint()
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
            .WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            .WithDefaultEndpointPort(port)
            .Build());
        _server.InterceptingPublishAsync += args =>
        {
            var payload = args.ApplicationMessage.ConvertPayloadToString();
            var message = new CollectedMessage(
                args.ApplicationMessage.Topic, payload, payload.StartsWith('{') ? JsonDocument.Parse(payload) : null);
            _messages.Enqueue(message);
            OnMessage(message);
            return Task.CompletedTask;
        };
    }

    public int Port { get; }

    public Action<CollectedMessage> OnMessage { get; set; } = _ => { };

    public IReadOnlyList<CollectedMessage> Messages => [.. _messages];

    /// <summary>Messages below a topic of the device 'lab/dev'.</summary>
    public IReadOnlyList<CollectedMessage> Of(string topic) =>
        [.. _messages.Where(message => message.Topic.StartsWith($"edgeinfer/lab/dev/{topic}", StringComparison.Ordinal))];

    public static async Task<CollectingBroker> StartAsync()
    {
        var broker = new CollectingBroker(FreePort());
        await broker._server.StartAsync();
        return broker;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        _server.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
