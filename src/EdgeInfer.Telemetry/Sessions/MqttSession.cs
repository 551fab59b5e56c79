using System.Security.Cryptography;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Sessions;

/// <summary>
/// A device's MQTT 5 session: availability with a will, an outbox, one publisher, subscriptions, and their reconnects.
/// <para>
/// QoS 1 messages are numbered from 1 in the order in which they are published, and sent again under the same number
/// until the broker acknowledges them: receivers count (device, boot, seq) once. A live stream calls TryPublish, which
/// never waits: without room the new message is dropped before it takes a number, and counted in <see cref="Dropped"/>.
/// A replay calls PublishAsync, which waits for room. Both encode on the caller's thread.
/// </para>
/// </summary>
public sealed class MqttSession : IAsyncDisposable
{
    private readonly CancellationTokenSource _abort;
    private readonly SessionOptions _options;
    private readonly LinkSeries _links;
    private readonly Subscriptions _subscriptions;
    private readonly Outbox _outbox;
    private readonly Publisher _publisher;
    private readonly Task _running;
    private bool _disposed;

    private MqttSession(SessionOptions options, LinkSeries links, BrokerLink link, Subscriptions subscriptions, TimeProvider time)
    {
        (_options, _links, _subscriptions) = (options, links, subscriptions);
        // A source of this clock from the start: CancelAfter keeps it.
        _abort = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _outbox = new Outbox(options.Topics);
        _publisher = new Publisher(options, _outbox, subscriptions, links);
        _running = _publisher.RunAsync(link, _abort.Token);
    }

    /// <summary>Random for every session; with the device and seq it names a message.</summary>
    public string Boot { get; } = RandomNumberGenerator.GetHexString(16, lowercase: true);

    public DeviceTopics Topics => _options.Topics;

    /// <summary>False while a lost connection is being replaced.</summary>
    public bool IsConnected => _publisher.Connected;

    /// <summary>Highest number given to a message; 0 before the first.</summary>
    public long LastSeq => _outbox.LastSeq;

    /// <summary>Messages that wait for the broker's acknowledgement; after disposal those that never got it.</summary>
    public int OutboxDepth => _outbox.Depth;

    /// <summary>QoS 1 messages given up for want of room, before they had a number.</summary>
    public long Dropped => _outbox.Dropped;

    /// <summary>Numbered messages that the broker answered with a refusal: readers see them as lost.</summary>
    public long Refused => _publisher.Refused;

    /// <summary>Messages without a number, replies among them, that the broker refused: no reader misses one.</summary>
    public long RefusedUnnumbered => _publisher.RefusedUnnumbered;

    public long Reconnects => _publisher.Reconnects;

    /// <summary>Received messages that their handler failed on; they were acknowledged.</summary>
    public long ReceiveFailures => _links.ReceiveFailures;

    /// <summary>Connects, repeating failed attempts for <see cref="SessionOptions.ConnectWithin"/>.</summary>
    /// <exception cref="InvalidInputException">No broker answered, or it refuses us at once; names host and port.</exception>
    public static async Task<MqttSession> ConnectAsync(
        SessionOptions options, TimeProvider time, CancellationToken cancellation = default)
    {
        var subscriptions = new Subscriptions();
        var links = new LinkSeries(options.Link(), subscriptions.HandleAsync, time);
        var backoff = new ReconnectBackoff(options.Timing.FirstRetry, options.Timing.LongestRetry, new Random());
        using var deadline = new CancellationTokenSource(options.ConnectWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var reason = "no answer from the broker";
        while (true)
        {
            try
            {
                var link = await links.OpenAsync(either.Token).ConfigureAwait(false);
                return new MqttSession(options, links, link, subscriptions, time);
            }
            catch (LinkFailedException error) when (error.Refused)
            {
                throw new InvalidInputException(options.Address, error.Message, error);
            }
            catch (LinkFailedException error)
            {
                reason = error.Message;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw Unreachable(options, reason);
            }

            await Task.Delay(backoff.Next(), time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
            if (deadline.IsCancellationRequested)
                throw Unreachable(options, reason);
        }
    }

    /// <param name="message">Makes the message for the number that it gets.</param>
    /// <returns>False when it was dropped.</returns>
    public bool TryPublish<T>(Func<long, T> message)
        where T : NumberedMessage, IMessage<T> => _outbox.TryAdd(message);

    /// <summary>QoS 0: without a connection, or room, the message is not kept.</summary>
    public bool TryPublish<T>(T message)
        where T : UnnumberedMessage, IMessage<T> => IsConnected && _outbox.TryAddUnnumbered(Outgoing.Of(Topics, message));

    /// <param name="message">Makes the message for the number that it gets.</param>
    /// <exception cref="ObjectDisposedException">The session has ended.</exception>
    public ValueTask PublishAsync<T>(Func<long, T> message, CancellationToken cancellation = default)
        where T : NumberedMessage, IMessage<T> => _outbox.AddAsync(message, cancellation);

    /// <summary>
    /// Hears a filter until the session ends, on later connections too. Messages come one after the other; what the handler
    /// throws is counted and told, and the next message comes.
    /// </summary>
    /// <param name="filter">From the first level on: <c>{Topics.Root}/cmd/+</c>.</param>
    /// <exception cref="InvalidInputException">The broker refuses the filter.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: the filter is not heard.</exception>
    public async Task SubscribeAsync(string filter, Func<IncomingMessage, Task> handle, CancellationToken cancellation = default)
    {
        _subscriptions.Add(filter, handle);
        try
        {
            if (_publisher.Link is { } link)
                await link.SubscribeAsync(filter, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _subscriptions.Remove(filter, handle);
            throw;
        }
        catch (LinkFailedException error) when (error.Refused)
        {
            _subscriptions.Remove(filter, handle);
            throw new InvalidInputException(_options.Address, error.Message, error);
        }
        catch (LinkFailedException error)
        {
            _options.Notice($"{filter} waits for the next connection to {_options.Address}: {error.Message}");
        }
    }

    /// <summary>
    /// Keeps a message of JSON at the broker on a topic outside the device's own, QoS 1, without a number; again after every reconnect.
    /// </summary>
    /// <param name="payload">Empty to clear the topic.</param>
    public void SetRetained(string topic, byte[] payload) =>
        _publisher.Keep(new OutgoingMessage(topic, payload, AtLeastOnce: true, Retain: true));

    /// <summary>QoS 1, without a number. False where nobody waits for an answer, or there is no room for it.</summary>
    public bool TryReply(IncomingMessage request, ReadOnlySpan<byte> payload) =>
        request.ResponseTopic is { Length: > 0 } topic
        && topic.AsSpan().IndexOfAny('+', '#') < 0
        && _outbox.TryAddUnnumbered(
            new OutgoingMessage(topic, payload.ToArray(), AtLeastOnce: true, Retain: false, request.CorrelationData));

    /// <summary>
    /// Delivers what waits, for ten seconds at most, then says <c>offline</c> and disconnects. What could not be
    /// delivered stays counted in <see cref="OutboxDepth"/>.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        _outbox.Close();
        _abort.CancelAfter(_options.Timing.Flush);
        await _running.ConfigureAwait(false);
        _abort.Dispose();
    }

    private static InvalidInputException Unreachable(SessionOptions options, string reason) => new(
        options.Address,
        FormattableString.Invariant($"no MQTT broker reached within {options.ConnectWithin.TotalSeconds:0.###} s: {reason}"));
}
