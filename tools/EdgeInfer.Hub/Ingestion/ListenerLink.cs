using System.Buffers;
using System.Net.Sockets;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeInfer.Hub.Ingestion;

/// <summary>One connection of a listener; the broker keeps its session, so the next one gets what it missed.</summary>
internal sealed class ListenerLink : IDisposable
{
    /// <summary>How long the broker holds messages for a listener that lost its connection.</summary>
    private const uint SessionExpirySeconds = 3_600;

    /// <summary>Unacknowledged messages at once: what a broker that keeps to it may have on the way to a slow reader.</summary>
    private const ushort ReceiveMaximum = 1_000;

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly TaskCompletionSource<string> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ListenerLink(Func<string, ReadOnlySequence<byte>, Task> receive)
    {
        _client.ApplicationMessageReceivedAsync += args => receive(args.ApplicationMessage.Topic, args.ApplicationMessage.Payload);
        _client.DisconnectedAsync += args =>
        {
            _lost.TrySetResult(args.Exception?.GetBaseException().Message ?? args.Reason.ToString());
            return Task.CompletedTask;
        };
    }

    /// <summary>Ends, with the reason, when the connection is gone.</summary>
    public Task<string> Lost => _lost.Task;

    /// <exception cref="MqttCommunicationException">No connection or no subscription; the message says why.</exception>
    public static async Task<ListenerLink> OpenAsync(
        ListenerOptions options,
        string topicFilter,
        string clientId,
        Func<string, ReadOnlySequence<byte>, Task> receive,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var link = new ListenerLink(receive);
        using var answer = new CancellationTokenSource(AnswerWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(answer.Token, cancellation);
        try
        {
            await link.ConnectAsync(options, topicFilter, clientId, either.Token).ConfigureAwait(false);
            return link;
        }
        catch (Exception error)
        {
            link.Dispose();
            if (IsLinkFailure(error) && !cancellation.IsCancellationRequested)
                throw new MqttCommunicationException(
                    error is OperationCanceledException ? "no answer" : error.GetBaseException().Message, error);
            throw;
        }
    }

    /// <summary>A clean end: without a subscription the broker holds nothing for a session that nobody comes back to.</summary>
    public async Task CloseAsync(string filter, TimeProvider time)
    {
        using var answer = new CancellationTokenSource(AnswerWithin, time);
        try
        {
            await _client.UnsubscribeAsync(
                new MqttClientUnsubscribeOptionsBuilder().WithTopicFilter(filter).Build(), answer.Token).ConfigureAwait(false);
            await _client.DisconnectAsync(new MqttClientDisconnectOptions(), answer.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (IsLinkFailure(error))
        {
            _lost.TrySetResult(error.Message);
        }
    }

    public void Dispose() => _client.Dispose();

    private static bool IsLinkFailure(Exception error) => error
        is MqttCommunicationException or MqttProtocolViolationException or OperationCanceledException
        or IOException or SocketException or ObjectDisposedException;

    private async Task ConnectAsync(ListenerOptions options, string topicFilter, string clientId, CancellationToken cancellation)
    {
        var connect = new MqttClientOptionsBuilder()
            .WithProtocolVersion(MqttProtocolVersion.V500)
            .WithTcpServer(options.Host, options.Port)
            .WithClientId(clientId)
            .WithCleanStart(false)
            .WithSessionExpiryInterval(SessionExpirySeconds)
            .WithReceiveMaximum(ReceiveMaximum)
            .Build();
        var connected = await _client.ConnectAsync(connect, cancellation).ConfigureAwait(false);
        if (connected.ResultCode != MqttClientConnectResultCode.Success)
            throw new MqttCommunicationException($"the broker refused: {connected.ResultCode}");

        var filter = new MqttTopicFilterBuilder()
            .WithTopic(topicFilter)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .WithRetainHandling(MqttRetainHandling.SendAtSubscribeIfNewSubscriptionOnly)
            .Build();
        var subscribed = await _client.SubscribeAsync(
            new MqttClientSubscribeOptionsBuilder().WithTopicFilter(filter).Build(), cancellation).ConfigureAwait(false);
        if (subscribed.Items.First().ResultCode is not MqttClientSubscribeResultCode.GrantedQoS1)
            throw new MqttCommunicationException($"the broker refused {topicFilter}: {subscribed.Items.First().ResultCode}");
    }
}
