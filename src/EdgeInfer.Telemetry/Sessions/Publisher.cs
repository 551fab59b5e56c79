using System.Collections.Concurrent;
using System.Threading.Channels;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Messages.Availability;
using EdgeInfer.Telemetry.Outboxes;
using EdgeInfer.Telemetry.Outboxes.Refusals;
using EdgeInfer.Telemetry.Outboxes.Segments;

namespace EdgeInfer.Telemetry.Sessions;

/// <summary>
/// Empties the outbox into the broker. Several messages are on their way at once, sent in order of their numbers, so that the
/// broker gets each for the first time in that order, also where a lost connection makes it get some twice.
/// </summary>
internal sealed class Publisher(SessionOptions options, Outbox outbox, Subscriptions subscriptions, LinkSeries links, TimeProvider time)
{
    /// <summary>On their way at once: 64 at a round trip of 10 ms are 6,400 a second. A broker may allow fewer.</summary>
    private const int MostOnTheWay = 64;

    /// <summary>Answers to commands that wait: more than anybody asks at once.</summary>
    private const int MostReplies = 64;

    private readonly RefusedMessages? _refusedMessages =
        options.StateFolder is { } folder ? new RefusedMessages(Path.Combine(folder, "refused")) : null;

    private readonly ConcurrentDictionary<string, OutgoingMessage> _retained = [];
    private readonly Queue<(LoggedMessage? Message, Task<PublishAnswer> Answer)> _onTheWay = [];
    private readonly Channel<OutgoingMessage> _replies = Channel.CreateBounded<OutgoingMessage>(MostReplies);
    private volatile BrokerLink? _link;
    private volatile bool _connected;
    private bool _oneByOne;
    private long _refused;
    private long _reconnects;

    public bool Connected => _connected;

    /// <summary>The link in use; null between two.</summary>
    public BrokerLink? Link => _link;

    public long Refused => Volatile.Read(ref _refused);

    public long Reconnects => Volatile.Read(ref _reconnects);

    /// <summary>Runs until the outbox is closed and empty, or <paramref name="abort"/>.</summary>
    /// <param name="link">Null where no broker has been reached yet.</param>
    /// <param name="failure">Why not.</param>
    public async Task RunAsync(BrokerLink? link, string failure, CancellationToken abort)
    {
        try
        {
            link ??= await links.OpenAgainAsync(failure, abort).ConfigureAwait(false);
            while (!await ServeAsync(link, abort).ConfigureAwait(false))
            {
                link = await links.ReplaceAsync(link, abort).ConfigureAwait(false);
                Interlocked.Increment(ref _reconnects);
            }

            await link.CloseAsync(abort).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            options.Notice(options.StateFolder is { } state
                ? $"{outbox.Depth} messages for {options.Address} wait in {state}; the next start sends them"
                : $"gave up on {options.Address} with {outbox.Depth} messages not delivered");
        }
        finally
        {
            _connected = false;
            outbox.Close();
            link?.Dispose();
        }
    }

    /// <summary>Goes out now where there is a connection, and at the begin of every later one.</summary>
    public void Keep(OutgoingMessage message)
    {
        _retained[message.Topic] = message;
        // Not only where it is connected: what was kept when the link's begin was read goes out with it, what came later does not.
        if (_link is { } link)
            _ = KeepAsync(link, message);
    }

    /// <summary>A message that nobody misses: it goes now, or not at all.</summary>
    public bool TrySend(OutgoingMessage message)
    {
        if (!_connected || _link is not { } link)
            return false;
        _ = link.PublishAsync(message, link.Lost);
        return true;
    }

    /// <summary>
    /// Goes before all that waits, and is not kept: who waits for it asks again. False without room.
    /// </summary>
    public bool TryReply(OutgoingMessage reply)
    {
        if (!_replies.Writer.TryWrite(reply))
            return false;
        outbox.Wake();
        return true;
    }

    private async Task KeepAsync(BrokerLink link, OutgoingMessage message)
    {
        var answer = await link.PublishAsync(message, link.Lost).ConfigureAwait(false);
        if (answer.Outcome is PublishOutcome.Refused)
            options.Notice($"{options.Address} refused the retained message for {message.Topic}: {answer.Reason}");
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
                if (!await SendAllAsync(link, end.Token).ConfigureAwait(false))
                    return false;
            }
            while (await outbox.WaitAsync(end.Token).ConfigureAwait(false));
            var offline = Outgoing.Of(options.Topics, new AvailabilityMessage(Online: false));
            var answer = await link.PublishAsync(offline, end.Token).ConfigureAwait(false);
            return answer.Outcome is not PublishOutcome.Unanswered;
        }
        catch (OperationCanceledException) when (!abort.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            (_link, _connected) = (null, false);
            _onTheWay.Clear();
            outbox.Rewind();
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
            var answer = await link.PublishAsync(message, end).ConfigureAwait(false);
            if (answer.Outcome is PublishOutcome.Unanswered)
                return false;
            if (answer.Outcome is PublishOutcome.Refused)
                options.Notice($"{options.Address} refused the retained message for {message.Topic}: {answer.Reason}");
        }

        options.Notice($"connected to {options.Address}");
        return true;
    }

    private async Task<bool> SendAllAsync(BrokerLink link, CancellationToken end)
    {
        while (true)
        {
            var most = _oneByOne ? 1 : Math.Min(MostOnTheWay, link.ReceiveMaximum);
            while (_onTheWay.Count < most && _replies.Reader.TryRead(out var reply))
                _onTheWay.Enqueue((null, link.PublishAsync(reply, end)));
            while (_onTheWay.Count < most && outbox.TryNext(out var next))
                _onTheWay.Enqueue((next, link.PublishAsync(next.Message, end)));
            if (!_onTheWay.TryDequeue(out var first))
                return true;
            var answer = await first.Answer.ConfigureAwait(false);
            if (answer.Outcome is PublishOutcome.Unanswered)
            {
                await SuspectAsync(link, first.Message, end).ConfigureAwait(false);
                return false;
            }

            if (first.Message is { } sent)
                Settle(sent, answer);
        }
    }

    /// <summary>A message that ended the connection by its size would end the next one too.</summary>
    private async Task SuspectAsync(BrokerLink link, LoggedMessage? first, CancellationToken end)
    {
        var tooLarge = (await link.LossAsync(end).ConfigureAwait(false)).TooLarge;
        if (tooLarge && _oneByOne && first is not null)
        {
            Refuse(first, "the broker closed the connection because of its size");
            outbox.Settle(first);
        }

        // Which of several the broker meant shows when they go one by one.
        _oneByOne = tooLarge;
    }

    private void Settle(LoggedMessage sent, PublishAnswer answer)
    {
        _oneByOne = false;
        if (answer.Outcome is PublishOutcome.Refused)
            Refuse(sent, answer.Reason);
        else if (sent.Message.Retain)
            _retained[sent.Message.Topic] = sent.Message;
        outbox.Settle(sent);
    }

    /// <summary>Kept apart, so that what stands behind it goes on.</summary>
    private void Refuse(LoggedMessage refused, string reason)
    {
        var message = refused.Message;
        Interlocked.Increment(ref _refused);
        options.Notice($"{options.Address} refused a message of {message.Payload.Length} bytes for {message.Topic}: {reason}");
        try
        {
            _refusedMessages?.Keep(message, reason, time.GetUtcNow());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            options.Notice($"the refused message can't be kept: {error.Message}");
        }
    }
}
