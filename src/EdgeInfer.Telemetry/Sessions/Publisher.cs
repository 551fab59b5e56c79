using System.Collections.Concurrent;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Messages.Availability;

namespace EdgeInfer.Telemetry.Sessions;

/// <summary>
/// Empties the outbox into the broker, one message at a time and each until its acknowledgement, so the wire carries
/// them in order of their numbers. One round trip a message: thousands a second on the same machine, 100 a second at 10 ms.
/// </summary>
internal sealed class Publisher(SessionOptions options, Outbox outbox, Subscriptions subscriptions, LinkSeries links)
{
    private readonly ConcurrentDictionary<string, OutgoingMessage> _retained = [];
    private volatile BrokerLink? _link;
    private volatile bool _connected;
    private long _refused;
    private long _refusedUnnumbered;
    private long _reconnects;

    public bool Connected => _connected;

    /// <summary>The link in use; null between two.</summary>
    public BrokerLink? Link => _link;

    public long Refused => Volatile.Read(ref _refused);

    public long RefusedUnnumbered => Volatile.Read(ref _refusedUnnumbered);

    public long Reconnects => Volatile.Read(ref _reconnects);

    /// <summary>Runs until the outbox is closed and empty, or <paramref name="abort"/>.</summary>
    public async Task RunAsync(BrokerLink link, CancellationToken abort)
    {
        try
        {
            while (!await ServeAsync(link, abort).ConfigureAwait(false))
            {
                link = await links.ReplaceAsync(link, abort).ConfigureAwait(false);
                Interlocked.Increment(ref _reconnects);
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

    /// <summary>Goes out now where there is a connection, and at the begin of every later one.</summary>
    public void Keep(OutgoingMessage message)
    {
        _retained[message.Topic] = message;
        // Not only where it is connected: what was kept when the link's begin was read goes out with it, what came later does not.
        if (_link is { } link)
            _ = link.PublishAsync(message, link.Lost);
    }

    /// <summary>True when all is said; false when the connection was lost.</summary>
    private async Task<bool> ServeAsync(BrokerLink link, CancellationToken abort)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(abort, link.Lost);
        // Known before the filters are read: one that is added from here on is asked for by whoever adds it.
        _link = link;
        try
        {
            if (!await SubscribeAsync(link, end.Token).ConfigureAwait(false) || !await AnnounceAsync(link, end.Token).ConfigureAwait(false))
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
            var offline = Outgoing.Of(options.Topics, new AvailabilityMessage(Online: false));
            return await link.PublishAsync(offline, end.Token).ConfigureAwait(false) is not PublishOutcome.Unanswered;
        }
        catch (OperationCanceledException) when (!abort.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            (_link, _connected) = (null, false);
        }
    }

    /// <summary>Before the device says that it is online: who sees that may send at once.</summary>
    private async Task<bool> SubscribeAsync(BrokerLink link, CancellationToken end)
    {
        foreach (var filter in subscriptions.Filters)
        {
            try
            {
                await link.SubscribeAsync(filter, end).ConfigureAwait(false);
            }
            catch (LinkFailedException error)
            {
                if (!error.Refused)
                    return false;
                options.Notice($"{options.Address}: {error.Message}");
            }
        }

        return true;
    }

    /// <summary>A broker that restarted without its store has forgotten what it retained: all of it goes out again.</summary>
    private async Task<bool> AnnounceAsync(BrokerLink link, CancellationToken end)
    {
        var online = Outgoing.Of(options.Topics, new AvailabilityMessage(Online: true));
        foreach (var message in (IEnumerable<OutgoingMessage>)[online, .. _retained.Values])
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

    private async Task<bool> SendAsync(BrokerLink link, OutgoingMessage message, CancellationToken end)
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

    private void CountRefusal(OutgoingMessage message)
    {
        Interlocked.Increment(ref message.Numbered ? ref _refused : ref _refusedUnnumbered);
        options.Notice($"{options.Address} refused a message of {message.Payload.Length} bytes for {message.Topic}");
    }
}
