using System.Collections.Concurrent;
using System.Net;
using System.Text;
using EdgeInfer.Tests.Support.Brokers;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace EdgeInfer.Telemetry.Tests.Support;

/// <summary>MQTTnet's server; it forgets everything when it stops, and notes what it took over all its lives.</summary>
internal sealed class InProcessBroker(int port) : IBroker
{
    private MqttServer? _server;

    public int Port => port;

    public ConcurrentQueue<(string Topic, string Payload)> Taken { get; } = [];

    /// <summary>Messages whose payload contains this are answered with a refusal.</summary>
    public string? Refuse { get; set; }

    public async Task StartAsync()
    {
        _server = new MqttServerFactory().CreateMqttServer(new MqttServerOptionsBuilder()
            .WithDefaultEndpoint()
            .WithDefaultEndpointPort(port)
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
            .WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            .WithMaxPendingMessagesPerClient(100_000)
            .Build());
        _server.InterceptingPublishAsync += args =>
        {
            var payload = Encoding.UTF8.GetString(args.ApplicationMessage.Payload);
            if (Refuse is { } text && payload.Contains(text, StringComparison.Ordinal))
                (args.ProcessPublish, args.Response.ReasonCode) = (false, MqttPubAckReasonCode.QuotaExceeded);
            else
                Taken.Enqueue((args.ApplicationMessage.Topic, payload));
            return Task.CompletedTask;
        };
        await _server.StartAsync();
    }

    public async Task StopAsync()
    {
        if (_server is null)
            return;
        await _server.StopAsync(new MqttServerStopOptions());
        _server.Dispose();
        _server = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
