using System.Net.Sockets;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeInfer.Telemetry.Sessions;

/// <summary>One connection from its CONNECT to its end; a reconnect is a new one.</summary>
internal sealed class BrokerLink : IDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    // Never disposed: the client's event may still be on its way when the link is.
    private readonly CancellationTokenSource _lost = new();
    private readonly SessionOptions _options;
    private readonly TimeProvider _time;
    private volatile LinkLoss? _loss;

    private BrokerLink(SessionOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _client.DisconnectedAsync += OnDisconnectedAsync;
    }

    /// <summary>Cancelled when the connection is gone.</summary>
    public CancellationToken Lost => _lost.Token;

    public LinkLoss Loss => _loss ?? new LinkLoss("no answer from the broker");

    /// <exception cref="MqttCommunicationException">No connection; the message says why.</exception>
    public static async Task<BrokerLink> OpenAsync(SessionOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var link = new BrokerLink(options, time);
        try
        {
            await link.ConnectAsync(cancellation).ConfigureAwait(false);
            return link;
        }
        catch (Exception error)
        {
            link.Dispose();
            if (IsLinkFailure(error) && !cancellation.IsCancellationRequested)
                throw new MqttCommunicationException(Cause(error), error);
            throw;
        }
    }

    public async Task<PublishOutcome> PublishAsync(OutboxMessage message, CancellationToken cancellation)
    {
        using var answer = new CancellationTokenSource(_options.Timing.Answer, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(answer.Token, cancellation);
        var packet = new MqttApplicationMessageBuilder()
            .WithTopic(message.Topic)
            .WithPayload(message.Payload)
            .WithQualityOfServiceLevel(message.AtLeastOnce ? MqttQualityOfServiceLevel.AtLeastOnce : MqttQualityOfServiceLevel.AtMostOnce)
            .WithRetainFlag(message.Retain)
            .Build();
        try
        {
            var result = await _client.PublishAsync(packet, either.Token).ConfigureAwait(false);
            return result.IsSuccess ? PublishOutcome.Delivered : PublishOutcome.Refused;
        }
        catch (Exception error) when (IsLinkFailure(error))
        {
            return PublishOutcome.Unanswered;
        }
    }

    /// <summary>Waits until the reason of a failed connection is known: it arrives after the failure of the publish.</summary>
    public async Task<LinkLoss> LossAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Lost);
        await Task.Delay(_options.Timing.FirstRetry, _time, either.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Loss;
    }

    /// <summary>A clean end: the broker forgets the will.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        try
        {
            await _client.DisconnectAsync(new MqttClientDisconnectOptions(), cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (IsLinkFailure(error))
        {
            _options.Notice($"{_options.Address} went away before the farewell: {Cause(error)}");
        }
    }

    public void Dispose()
    {
        _client.DisconnectedAsync -= OnDisconnectedAsync;
        _client.Dispose();
    }

    private static bool IsLinkFailure(Exception error) => error
        is MqttCommunicationException or MqttProtocolViolationException or OperationCanceledException
        or IOException or SocketException or ObjectDisposedException;

    private static string Cause(Exception error) =>
        error is OperationCanceledException ? "no answer from the broker" : error.GetBaseException().Message;

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        var topics = _options.Topics;
        var connect = new MqttClientOptionsBuilder()
            .WithProtocolVersion(MqttProtocolVersion.V500)
            .WithTcpServer(_options.Host, _options.Port)
            .WithClientId(topics.Root)
            .WithCleanStart()
            .WithKeepAlivePeriod(_options.Timing.KeepAlive)
            .WithWillTopic(topics.Availability)
            .WithWillPayload(AvailabilityPayload.Offline.ToArray())
            .WithWillRetain()
            .WithWillQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .Build();
        using var answer = new CancellationTokenSource(_options.Timing.Answer, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(answer.Token, cancellation);
        var result = await _client.ConnectAsync(connect, either.Token).ConfigureAwait(false);
        if (result.ResultCode != MqttClientConnectResultCode.Success)
            throw new MqttCommunicationException($"the broker refused: {result.ResultCode} {result.ReasonString}".TrimEnd());
    }

    private Task OnDisconnectedAsync(MqttClientDisconnectedEventArgs args)
    {
        // A broker that was killed reports NormalDisconnection with neither exception nor text.
        var reason = args.ReasonString is { Length: > 0 } text ? text
            : args.Exception is { } error ? error.GetBaseException().Message
            : args.Reason is MqttClientDisconnectReason.NormalDisconnection ? "connection closed"
            : args.Reason.ToString();
        _loss = new LinkLoss(
            reason,
            TakenOver: args.Reason is MqttClientDisconnectReason.SessionTakenOver,
            TooLarge: args.Reason is MqttClientDisconnectReason.PacketTooLarge);
        return _lost.CancelAsync();
    }
}
