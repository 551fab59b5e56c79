using MQTTnet.Exceptions;

namespace EdgeInfer.Telemetry.Sessions;

/// <summary>
/// Empties the outbox into the broker, one message at a time and each until its acknowledgement, so the wire carries
/// them in order of their numbers. One round trip a message: thousands a second on the same machine, 100 a second at 10 ms.
/// </summary>
internal sealed class Publisher(SessionOptions options, Outbox outbox, TimeProvider time)
{
    /// <summary>Connections in a row that ended early before a shared id is suspected: not every broker sends 0x8E.</summary>
    private const int SuspiciousShortLives = 3;

    private readonly Dictionary<string, OutboxMessage> _retained = [];
    private readonly Random _jitter = new();
    private int _shortLives;
    private volatile bool _connected;
    private long _refused;
    private long _reconnects;

    public bool Connected => _connected;

    public long Refused => Volatile.Read(ref _refused);

    public long Reconnects => Volatile.Read(ref _reconnects);

    /// <summary>Runs until the outbox is closed and empty, or <paramref name="abort"/>.</summary>
    public async Task RunAsync(BrokerLink link, CancellationToken abort)
    {
        var backoff = new ReconnectBackoff(options.Timing.FirstRetry, options.Timing.LongestRetry, _jitter);
        try
        {
            while (true)
            {
                var opened = time.GetTimestamp();
                if (await ServeAsync(link, abort).ConfigureAwait(false))
                    break;
                var loss = await link.LossAsync(abort).ConfigureAwait(false);
                link.Dispose();
                // A broker that accepts and closes at once must not be called in a tight loop.
                _shortLives++;
                if (time.GetElapsedTime(opened) > options.Timing.Stable)
                {
                    _shortLives = 0;
                    backoff.Reset();
                }

                link = await ReopenAsync(loss, backoff, abort).ConfigureAwait(false);
            }

            await link.CloseAsync(abort).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            options.Notice($"gave up on {options.Address} with {outbox.Depth} messages not delivered");
        }
        finally
        {
            _connected = false;
            outbox.Close();
            link.Dispose();
        }
    }

    /// <summary>True when all is said; false when the connection was lost.</summary>
    private async Task<bool> ServeAsync(BrokerLink link, CancellationToken abort)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(abort, link.Lost);
        try
        {
            if (!await AnnounceAsync(link, end.Token).ConfigureAwait(false))
                return false;
            _connected = true;
            do
            {
                while (outbox.TryPeek(out var message))
                {
                    if (!await SendAsync(link, message, end.Token).ConfigureAwait(false))
                        return false;
                }
            }
            while (await outbox.WaitAsync(end.Token).ConfigureAwait(false));
            var offline = Availability(AvailabilityPayload.Offline);
            return await link.PublishAsync(offline, end.Token).ConfigureAwait(false) is not PublishOutcome.Unanswered;
        }
        catch (OperationCanceledException) when (!abort.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            _connected = false;
        }
    }

    /// <summary>A broker that restarted without its store has forgotten what it retained: all of it goes out again.</summary>
    private async Task<bool> AnnounceAsync(BrokerLink link, CancellationToken end)
    {
        foreach (var message in (IEnumerable<OutboxMessage>)[Availability(AvailabilityPayload.Online), .. _retained.Values])
        {
            var outcome = await link.PublishAsync(message, end).ConfigureAwait(false);
            if (outcome is PublishOutcome.Unanswered)
                return false;
            if (outcome is PublishOutcome.Refused)
                options.Notice($"{options.Address} refused the retained message for {message.Topic}");
        }

        options.Notice($"connected to {options.Address}");
        return true;
    }

    private async Task<bool> SendAsync(BrokerLink link, OutboxMessage message, CancellationToken end)
    {
        var outcome = await link.PublishAsync(message, end).ConfigureAwait(false);
        if (outcome is PublishOutcome.Unanswered)
        {
            var poisonous = (await link.LossAsync(end).ConfigureAwait(false)).TooLarge;
            if (poisonous)
                CountRefusal(message);
            if (poisonous || !message.AtLeastOnce)
                outbox.Remove();
            return false;
        }

        if (outcome is PublishOutcome.Refused)
            CountRefusal(message);
        else if (message.Retain)
            _retained[message.Topic] = message;
        outbox.Remove();
        return true;
    }

    private OutboxMessage Availability(ReadOnlySpan<byte> payload) =>
        new(options.Topics.Availability, payload.ToArray(), AtLeastOnce: true, Retain: true);

    private void CountRefusal(OutboxMessage message)
    {
        Interlocked.Increment(ref _refused);
        options.Notice($"{options.Address} refused a message of {message.Payload.Length} bytes for {message.Topic}");
    }

    private async Task<BrokerLink> ReopenAsync(LinkLoss loss, ReconnectBackoff backoff, CancellationToken abort)
    {
        var delay = loss.TakenOver ? ReconnectBackoff.Shortened(options.Timing.TakenOverRetry, _jitter) : backoff.Next();
        var reason = loss.TakenOver
            ? $"another client took the id {options.Topics.Root} (0x8E); no two devices may share site and name"
            : _shortLives >= SuspiciousShortLives
                ? $"{loss.Reason}, again after a short time: another client may use the id {options.Topics.Root}"
                : loss.Reason;
        while (true)
        {
            options.Notice(FormattableString.Invariant($"lost {options.Address}: {reason}; next attempt in {delay.TotalSeconds:F1} s"));
            await Task.Delay(delay, time, abort).ConfigureAwait(false);
            try
            {
                var link = await BrokerLink.OpenAsync(options, time, abort).ConfigureAwait(false);
                Interlocked.Increment(ref _reconnects);
                return link;
            }
            catch (MqttCommunicationException error)
            {
                (reason, delay) = (error.Message, backoff.Next());
            }
        }
    }
}
