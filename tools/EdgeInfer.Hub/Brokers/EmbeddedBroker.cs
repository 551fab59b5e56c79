using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Kinds;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace EdgeInfer.Hub.Brokers;

/// <summary>
/// An MQTT broker in this process for the demo and the lab, on 127.0.0.1 only: it asks for no password. It keeps
/// nothing across a restart.
/// </summary>
public sealed class EmbeddedBroker : IAsyncDisposable
{
    private const int FreePortAttempts = 5;

    private readonly MqttServer _server;
    private int _connections;
    private long _dropped;
    private long _refused;

    private EmbeddedBroker(int port)
    {
        Port = port;
        var options = new MqttServerOptionsBuilder()
            .WithDefaultEndpoint()
            .WithDefaultEndpointPort(port)
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
            .WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            // Sessions outlive their connection, so that a listener that reconnects gets what it missed.
            .WithPersistentSessions()
            .WithMaxPendingMessagesPerClient(BrokerLimits.MaxPendingMessagesPerClient)
            .Build();
        options.PendingMessagesOverflowStrategy = MqttPendingMessagesOverflowStrategy.DropNewMessage;
        var factory = new MqttServerFactory();
        _server = factory.CreateMqttServer(options, factory.DefaultServerAdapters.Select(make => new ClientNaming(make(factory))));
        _server.ValidatingConnectionAsync += OnConnectingAsync;
        _server.ClientConnectedAsync += _ => Count(ref _connections, 1);
        _server.ClientDisconnectedAsync += _ => Count(ref _connections, -1);
        _server.InterceptingPublishAsync += OnPublishAsync;
        _server.ApplicationMessageEnqueuedOrDroppedAsync += OnEnqueuedAsync;
    }

    /// <summary>TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Messages that a reader too slow for <see cref="BrokerLimits.MaxPendingMessagesPerClient"/> did not get.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Messages refused for their size.</summary>
    public long Refused => Volatile.Read(ref _refused);

    /// <param name="port">0 for a free one.</param>
    /// <exception cref="InvalidInputException">The port is in use, or not a port.</exception>
    public static async Task<EmbeddedBroker> StartAsync(int port, CancellationToken cancellation = default)
    {
        if (port is < 0 or > IPEndPoint.MaxPort)
            throw new InvalidInputException("port", FormattableString.Invariant($"{port} is not between 0 and {IPEndPoint.MaxPort}"));
        for (var attempt = 1; ; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            var broker = new EmbeddedBroker(port == 0 ? FreePort() : port);
            try
            {
                await broker._server.StartAsync().ConfigureAwait(false);
                return broker;
            }
            catch (SocketException error)
            {
                broker._server.Dispose();
                if (port == 0 && error.SocketErrorCode is SocketError.AddressAlreadyInUse && attempt < FreePortAttempts)
                    continue;
                throw Unusable(broker.Port, error);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new MqttServerStopOptions()).ConfigureAwait(false);
        _server.Dispose();
    }

    private static InvalidInputException Unusable(int port, SocketException error)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"port {port} on 127.0.0.1");
        return error.SocketErrorCode is SocketError.AddressAlreadyInUse
            ? new InvalidInputException(place, "is in use", error)
            : new InvalidInputException(place, error.Message, error);
    }

    // MQTTnet doesn't say which port it got for 0.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task Count(ref int counter, int change)
    {
        Interlocked.Add(ref counter, change);
        return Task.CompletedTask;
    }

    private Task OnConnectingAsync(ValidatingConnectionEventArgs args)
    {
        if (Volatile.Read(ref _connections) >= BrokerLimits.MaxConnections)
            args.ReasonCode = MqttConnectReasonCode.ServerBusy;
        // The CONNACK of MQTT 5 tells the client which name it got.
        if (string.IsNullOrEmpty(args.ClientId))
            args.AssignedClientIdentifier = NamingChannel.NewName();
        return Task.CompletedTask;
    }

    private Task OnPublishAsync(InterceptingPublishEventArgs args)
    {
        if (args.ApplicationMessage.Payload.Length > MessageLimits.MaxPayloadBytes)
        {
            Interlocked.Increment(ref _refused);
            args.ProcessPublish = false;
            args.Response.ReasonCode = MqttPubAckReasonCode.QuotaExceeded;
        }

        return Task.CompletedTask;
    }

    private Task OnEnqueuedAsync(ApplicationMessageEnqueuedEventArgs args)
    {
        if (args.IsDropped)
            Interlocked.Increment(ref _dropped);
        return Task.CompletedTask;
    }
}
