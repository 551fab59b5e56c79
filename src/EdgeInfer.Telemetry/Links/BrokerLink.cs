using System.Buffers;
using System.Collections.Concurrent;
using System.Net.Sockets;
using EdgeInfer.Core.Errors;
using MQTTnet;
using MQTTnet.Exceptions;

namespace EdgeInfer.Telemetry.Links;

/// <summary>One MQTT 5 connection, to publish and to receive, from its CONNECT to its end; a reconnect is a new one.</summary>
public sealed class BrokerLink : IDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    // Never disposed: the client's event may still be on its way when the link is.
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly LinkOptions _options;
    private readonly IncomingHandler _incoming;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<string> _filters = [];
    private volatile LinkLoss? _loss;
    private uint _maximumPacketSize = uint.MaxValue;

    private BrokerLink(LinkOptions options, IncomingHandler incoming, TimeProvider time)
    {
        (_options, _incoming, _time) = (options, incoming, time);
        _client.ApplicationMessageReceivedAsync += OnReceivedAsync;
        _client.DisconnectedAsync += OnDisconnectedAsync;
    }

    /// <summary>Cancelled when the connection is gone.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <exception cref="LinkFailedException">No connection; the message says why.</exception>
    internal static async Task<BrokerLink> OpenAsync(
        LinkOptions options, IncomingHandler incoming, TimeProvider time, CancellationToken cancellation)
    {
        var link = new BrokerLink(options, incoming, time);
        var server = options.Tls is { } files ? new ServerCertificate(options.Host, files, time) : null;
        try
        {
            var answer = await link.AnsweredAsync(
                token => link._client.ConnectAsync(LinkPackets.Connect(options, server), token), cancellation).ConfigureAwait(false);
            ConnectAnswer.Require(answer);
            // 0 is no limit that a broker may set; MQTTnet reports it where the broker sets none.
            link.ReceiveMaximum = answer.ReceiveMaximum is { } most and > 0 ? most : ushort.MaxValue;
            link._maximumPacketSize = answer.MaximumPacketSize is { } bytes and > 0 ? bytes : uint.MaxValue;
            _ = link.KeepAliveAsync(Shorter(options.Timing.KeepAlive, TimeSpan.FromSeconds(answer.ServerKeepAlive)));
            return link;
        }
        catch (Exception error)
        {
            link.Dispose();
            if (error is InvalidInputException)
                throw new LinkFailedException(error.Message, error) { Refused = true };
            if (IsLinkFailure(error, cancellation))
                throw server?.Refusal ?? ConnectFailure.Of(error, options, greeted: server is { Accepted: true });
            throw;
        }
    }

    /// <summary>Asks for QoS 1; of retained messages the broker sends those that the filter is new to.</summary>
    /// <exception cref="LinkFailedException">The connection was lost, or the broker refuses; the message says why.</exception>
    public Task SubscribeAsync(string filter, CancellationToken cancellation) => SubscribeAsync(filter, keptAgain: false, cancellation);

    /// <summary>Asks for QoS 1.</summary>
    /// <param name="keptAgain">
    /// The broker sends what it keeps also where an earlier connection had asked for it; otherwise only where the filter is new.
    /// </param>
    /// <exception cref="LinkFailedException">The connection was lost, or the broker refuses; the message says why.</exception>
    internal async Task SubscribeAsync(string filter, bool keptAgain, CancellationToken cancellation)
    {
        try
        {
            var answer = await AnsweredAsync(token => _client.SubscribeAsync(LinkPackets.Subscribe(filter, keptAgain), token), cancellation)
                .ConfigureAwait(false);
            _filters.Enqueue(filter);
            var granted = answer.Items.First().ResultCode;
            if (granted is not MqttClientSubscribeResultCode.GrantedQoS1)
                throw new LinkFailedException($"the broker refused {filter}: {granted}") { Refused = true };
        }
        catch (Exception error) when (IsLinkFailure(error, cancellation))
        {
            throw new LinkFailedException(Cause(error), error);
        }
    }

    /// <summary>Messages that the broker allows on their way at once.</summary>
    internal int ReceiveMaximum { get; private set; } = ushort.MaxValue;

    /// <summary>Sends, and waits until the broker has it.</summary>
    /// <exception cref="LinkFailedException">The connection was lost, or the broker refuses.</exception>
    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var answer = await PublishAsync(message, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (answer.Outcome is PublishOutcome.Refused)
            throw new LinkFailedException($"the broker refused a message for {message.Topic}: {answer.Reason}") { Refused = true };
        if (answer.Outcome is PublishOutcome.Unanswered)
            throw new LinkFailedException("no answer from the broker");
    }

    /// <summary>Sends in the order of the calls; several may be on their way. What is too large for the broker is not sent.</summary>
    internal async Task<PublishAnswer> PublishAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (LinkPackets.MaxBytesOf(message) > _maximumPacketSize)
            return new(
                PublishOutcome.Refused,
                FormattableString.Invariant($"larger than the broker's maximum packet size, {_maximumPacketSize} bytes"));
        try
        {
            var result = await AnsweredAsync(token => _client.PublishAsync(LinkPackets.Publish(message), token), cancellation)
                .ConfigureAwait(false);
            return result.IsSuccess
                ? new(PublishOutcome.Delivered)
                : new(PublishOutcome.Refused, $"{result.ReasonCode} {result.ReasonString}".TrimEnd());
        }
        catch (Exception error) when (EndsTheLink(error))
        {
            return new(PublishOutcome.Unanswered);
        }
    }

    /// <summary>Waits until the reason of a failed connection is known: it arrives after the failure of the publish.</summary>
    internal async Task<LinkLoss> LossAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Lost);
        await Task.Delay(_options.Timing.FirstRetry, _time, either.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _loss ?? new LinkLoss("no answer from the broker");
    }

    /// <summary>A clean end: the broker forgets the will, and holds nothing for a client that does not come back.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        try
        {
            if (!_options.ComesBack)
            {
                foreach (var filter in _filters)
                    await AnsweredAsync(token => _client.UnsubscribeAsync(LinkPackets.Unsubscribe(filter), token), cancellation)
                        .ConfigureAwait(false);
            }

            await _client.DisconnectAsync(new MqttClientDisconnectOptions(), cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (EndsTheLink(error))
        {
            _options.Notice($"{_options.Address} went away before the farewell: {Cause(error)}");
        }
    }

    public void Dispose()
    {
        _client.DisconnectedAsync -= OnDisconnectedAsync;
        _ended.Cancel();
        _client.Dispose();
    }

    private static bool EndsTheLink(Exception error) => error
        is MqttCommunicationException or MqttProtocolViolationException or OperationCanceledException
        or IOException or SocketException or ObjectDisposedException
        // MQTTnet's own, where the connection goes while it prepares a request.
        or NullReferenceException;

    /// <summary>What the caller cancelled is no failure.</summary>
    private static bool IsLinkFailure(Exception error, CancellationToken cancellation) =>
        EndsTheLink(error) && !(error is OperationCanceledException && cancellation.IsCancellationRequested);

    private static string Cause(Exception error) =>
        error is OperationCanceledException ? "no answer from the broker"
        : error is NullReferenceException ? "connection closed"
        : error.GetBaseException().Message;

    /// <param name="announced">By the broker; zero where it announces none.</param>
    private static TimeSpan Shorter(TimeSpan own, TimeSpan announced) =>
        announced > TimeSpan.Zero && announced < own ? announced : own;

    /// <summary>
    /// MQTTnet pings by the wall clock, and by our own period where the broker announced a shorter one: a clock that is set back, or
    /// a broker in a hurry, would end a quiet connection.
    /// </summary>
    private async Task KeepAliveAsync(TimeSpan period)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token, Lost);
        using var timer = new PeriodicTimer(period * 0.75, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(either.Token).ConfigureAwait(false))
                await AnsweredAsync(PingAsync, either.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (EndsTheLink(error))
        {
            if (either.IsCancellationRequested)
                return;
            _loss ??= new LinkLoss("no answer from the broker");
            await _lost.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task<bool> PingAsync(CancellationToken cancellation)
    {
        await _client.PingAsync(cancellation).ConfigureAwait(false);
        return true;
    }

    private async Task<T> AnsweredAsync<T>(Func<CancellationToken, Task<T>> request, CancellationToken cancellation)
    {
        using var answer = new CancellationTokenSource(_options.Timing.Answer, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(answer.Token, cancellation);
        return await request(either.Token).ConfigureAwait(false);
    }

    private Task OnReceivedAsync(MqttApplicationMessageReceivedEventArgs args)
    {
        var message = args.ApplicationMessage;
        var payload = message.Payload.IsSingleSegment ? message.Payload.First : message.Payload.ToArray();
        return _incoming.HandleAsync(new IncomingMessage(message.Topic, payload, message.Retain)
        {
            ResponseTopic = message.ResponseTopic,
            CorrelationData = message.CorrelationData,
        });
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
