using System.Security.Cryptography;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Telemetry.Topics;
using MQTTnet.Exceptions;

namespace EdgeInfer.Telemetry.Sessions;

/// <summary>
/// A device's MQTT 5 session: availability with a will, an outbox, one publisher and its reconnects.
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
    private readonly Outbox _outbox;
    private readonly Publisher _publisher;
    private readonly Task _running;
    private bool _disposed;

    private MqttSession(SessionOptions options, BrokerLink link, TimeProvider time)
    {
        _options = options;
        // A source of this clock from the start: CancelAfter keeps it.
        _abort = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _outbox = new Outbox(options.Topics);
        _publisher = new Publisher(options, _outbox, time);
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

    public long Reconnects => _publisher.Reconnects;

    /// <summary>Connects, repeating failed attempts for <see cref="SessionOptions.ConnectWithin"/>.</summary>
    /// <exception cref="InvalidInputException">No broker answered; names host and port.</exception>
    public static async Task<MqttSession> ConnectAsync(
        SessionOptions options, TimeProvider time, CancellationToken cancellation = default)
    {
        var backoff = new ReconnectBackoff(options.Timing.FirstRetry, options.Timing.LongestRetry, new Random());
        using var deadline = new CancellationTokenSource(options.ConnectWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var reason = "no answer from the broker";
        while (true)
        {
            try
            {
                return new MqttSession(options, await BrokerLink.OpenAsync(options, time, either.Token).ConfigureAwait(false), time);
            }
            catch (MqttCommunicationException error)
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
    public bool TryPublish(Func<long, InferenceMessage> message) => _outbox.TryAdd(Routes.Inference, message);

    /// <summary>QoS 0: without a connection, or room, the message is not kept.</summary>
    public bool TryPublish(TelemetryMessage message) => IsConnected && _outbox.TryAddUnnumbered(
        Routes.Telemetry, message with { OutboxDepth = OutboxDepth, OutboxDropped = Dropped });

    /// <exception cref="ObjectDisposedException">The session has ended.</exception>
    public ValueTask PublishAsync(Func<long, InferenceMessage> message, CancellationToken cancellation = default) =>
        _outbox.AddAsync(Routes.Inference, message, cancellation);

    /// <inheritdoc cref="PublishAsync(Func{long, InferenceMessage}, CancellationToken)"/>
    public ValueTask PublishAsync(Func<long, ComparisonMessage> message, CancellationToken cancellation = default) =>
        _outbox.AddAsync(Routes.Comparison, message, cancellation);

    /// <inheritdoc cref="PublishAsync(Func{long, InferenceMessage}, CancellationToken)"/>
    public ValueTask PublishAsync(Func<long, InfoMessage> message, CancellationToken cancellation = default) =>
        _outbox.AddAsync(Routes.Info, message, cancellation);

    /// <inheritdoc cref="PublishAsync(Func{long, InferenceMessage}, CancellationToken)"/>
    public ValueTask PublishAsync(Func<long, ModelStateMessage> message, CancellationToken cancellation = default) =>
        _outbox.AddAsync(Routes.ModelState, message, cancellation);

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
