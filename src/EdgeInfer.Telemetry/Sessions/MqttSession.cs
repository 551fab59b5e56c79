using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Outboxes;
using EdgeInfer.Telemetry.Outboxes.Feeds;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Sessions;

/// <summary>
/// A device's MQTT 5 session: availability with a will, an outbox, one publisher, subscriptions, and their reconnects.
/// <para>
/// QoS 1 messages are numbered from 1 in the order in which they are published, kept on the disk, and sent again under the
/// same number until the broker acknowledges them, by a later process too: receivers count (device, boot, seq) once. Without
/// room the outbox either makes who publishes wait, or lets the oldest messages go and publishes the gap.
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
    private readonly OutboxPump _pump;
    private Task _running = Task.CompletedTask;
    private bool _disposed;

    /// <exception cref="InvalidInputException">Another process has the state folder.</exception>
    private MqttSession(SessionOptions options, LinkSeries links, Subscriptions subscriptions, TimeProvider time)
    {
        (_options, _links, _subscriptions) = (options, links, subscriptions);
        // A source of this clock from the start: CancelAfter keeps it.
        _abort = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _outbox = new Outbox(options.Topics, options.KeptOutbox, Boot, options.Now, time, options.Notice);
        _pump = new OutboxPump(_outbox);
        _publisher = new Publisher(options, _outbox, subscriptions, links, time);
    }

    /// <summary>Random for every session; with the device and seq it names a message.</summary>
    public string Boot { get; } = BootId.New();

    public DeviceTopics Topics => _options.Topics;

    /// <summary>False while a lost connection is being replaced.</summary>
    public bool IsConnected => _publisher.Connected;

    /// <summary>Highest number given to a message; 0 before the first.</summary>
    public long LastSeq => _outbox.LastSeq;

    /// <summary>Messages that the broker has not answered for, those of earlier runs among them.</summary>
    public long OutboxDepth => _outbox.Depth;

    /// <summary>Of the messages that wait, on the disk.</summary>
    public long OutboxBytes => _outbox.DiskBytes;

    /// <summary>Attempts to write messages that the disk refused: until it takes them again they are in memory only.</summary>
    public long DiskFailures => _outbox.DiskFailures;

    /// <summary>Messages that left without an answer of the broker, because newer ones needed their room, by age or by damage.</summary>
    public long Dropped => _outbox.Dropped;

    /// <summary>Messages that the broker answered with a refusal; they are kept apart.</summary>
    public long Refused => _publisher.Refused;

    public long Reconnects => _publisher.Reconnects;

    /// <summary>Times that another client took our id.</summary>
    public long IdConflicts => _links.IdConflicts;

    /// <summary>Received messages that their handler failed on; they were acknowledged.</summary>
    public long ReceiveFailures => _links.ReceiveFailures;

    /// <summary>Connects, repeating failed attempts for <see cref="SessionOptions.ConnectWithin"/>.</summary>
    /// <exception cref="InvalidInputException">
    /// No broker answered, or it refuses; names host and port. Or another process has the state folder.
    /// </exception>
    public static async Task<MqttSession> ConnectAsync(
        SessionOptions options, TimeProvider time, CancellationToken cancellation = default)
    {
        var subscriptions = new Subscriptions();
        var links = new LinkSeries(options.Link(), subscriptions.HandleAsync, time);
        var first = await FirstLinkAsync(options, links, time, cancellation).ConfigureAwait(false);
        try
        {
            var session = new MqttSession(options, links, subscriptions, time);
            session._running = session._publisher.RunAsync(first.Link, first.Failure, session._abort.Token);
            return session;
        }
        catch
        {
            first.Link?.Dispose();
            throw;
        }
    }

    /// <summary>Never waits: without room the oldest messages leave.</summary>
    /// <param name="message">Makes the message for the number that it gets.</param>
    /// <returns>False after the end.</returns>
    public bool TryPublish<T>(Func<long, T> message)
        where T : NumberedMessage, IMessage<T> => _outbox.TryAdd(message);

    /// <summary>QoS 0: without a connection the message is not kept.</summary>
    public bool TryPublish<T>(T message)
        where T : UnnumberedMessage, IMessage<T> => _publisher.TrySend(Outgoing.Of(Topics, message));

    /// <summary>Waits for room.</summary>
    /// <param name="message">Makes the message for the number that it gets.</param>
    /// <exception cref="ObjectDisposedException">The session has ended.</exception>
    public ValueTask PublishAsync<T>(Func<long, T> message, CancellationToken cancellation = default)
        where T : NumberedMessage, IMessage<T> => _outbox.AddAsync(message, cancellation);

    /// <summary>A way in for one thread that must not be held up: the messages are made on the outbox's thread.</summary>
    /// <param name="waits">Where there is no room the thread waits, as a recording can; otherwise the oldest messages leave.</param>
    /// <param name="slot">Makes an empty slot; called at once for all.</param>
    /// <param name="message">Makes the message of a filled slot, for the number that it gets.</param>
    public MessageFeed<TSlot> OpenFeed<TSlot, T>(bool waits, Func<TSlot> slot, Func<TSlot, long, T> message)
        where TSlot : class
        where T : NumberedMessage, IMessage<T> => _outbox.OpenFeed(waits, slot, message);

    /// <summary>
    /// Hears a filter until the session ends, on later connections too. Messages come one after the other; what the handler
    /// throws is counted and told, and the next message comes.
    /// </summary>
    /// <param name="filter">From the first level on: <c>{Topics.Root}/cmd/+</c>.</param>
    /// <exception cref="InvalidInputException">The broker refuses the filter.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: the filter is not heard.</exception>
    public Task SubscribeAsync(string filter, Func<IncomingMessage, Task> handle, CancellationToken cancellation = default) =>
        SubscribeAsync(filter, handle, keptAgain: false, cancellation);

    /// <inheritdoc cref="SubscribeAsync(string, Func{IncomingMessage, Task}, CancellationToken)"/>
    /// <param name="keptAgain">With what the broker keeps there, also where an earlier start of this device had asked for it.</param>
    public async Task SubscribeAsync(
        string filter, Func<IncomingMessage, Task> handle, bool keptAgain, CancellationToken cancellation = default)
    {
        _subscriptions.Add(filter, handle);
        try
        {
            if (_publisher.Link is { } link)
                await link.SubscribeAsync(filter, keptAgain, cancellation).ConfigureAwait(false);
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
        && _publisher.TryReply(
            new OutgoingMessage(topic, payload.ToArray(), AtLeastOnce: true, Retain: false, request.CorrelationData));

    /// <summary>
    /// Delivers what waits, for ten seconds at most, then says <c>offline</c> and disconnects. What could not be
    /// delivered stays counted in <see cref="OutboxDepth"/>, and with a state folder it goes out after the next start.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        _outbox.Close();
        _abort.CancelAfter(_options.Timing.Flush);
        await _running.ConfigureAwait(false);
        _pump.Dispose();
        _outbox.Dispose();
        _abort.Dispose();
    }

    /// <summary>The link, or why there is none yet.</summary>
    private static async Task<(BrokerLink? Link, string Failure)> FirstLinkAsync(
        SessionOptions options, LinkSeries links, TimeProvider time, CancellationToken cancellation)
    {
        var backoff = new ReconnectBackoff(options.Timing.FirstRetry, options.Timing.LongestRetry, new Random());
        using var deadline = new CancellationTokenSource(options.ConnectWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var reason = "no answer from the broker";
        while (!deadline.IsCancellationRequested)
        {
            try
            {
                return (await links.OpenAsync(either.Token).ConfigureAwait(false), "");
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
                break;
            }

            if (options.StartsWithoutBroker)
                return (null, reason);
            await Task.Delay(backoff.Next(), time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
        }

        throw new InvalidInputException(
            options.Address,
            FormattableString.Invariant($"no MQTT broker reached within {options.ConnectWithin.TotalSeconds:0.###} s: {reason}"));
    }
}
