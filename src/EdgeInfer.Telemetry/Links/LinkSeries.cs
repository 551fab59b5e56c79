namespace EdgeInfer.Telemetry.Links;

/// <summary>One client's links to its broker, one after the other: each lost one has a successor, after a growing delay.</summary>
public sealed class LinkSeries
{
    /// <summary>Connections in a row that ended early before a shared id is suspected: not every broker sends 0x8E.</summary>
    private const int SuspiciousShortLives = 3;

    private readonly LinkOptions _options;
    private readonly IncomingHandler _incoming;
    private readonly TimeProvider _time;
    private readonly Random _jitter = new();
    private readonly ReconnectBackoff _backoff;
    private long _opened;
    private int _shortLives;
    private long _idConflicts;

    /// <param name="receive">Called for one message after the other; the next one waits for its end.</param>
    public LinkSeries(LinkOptions options, Func<IncomingMessage, Task> receive, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _incoming = new IncomingHandler(receive, options.Notice);
        _backoff = new ReconnectBackoff(options.Timing.FirstRetry, options.Timing.LongestRetry, _jitter);
    }

    /// <summary>Messages that the receiver failed on; they were acknowledged.</summary>
    public long ReceiveFailures => _incoming.Failures;

    /// <summary>Times that another client took our id.</summary>
    public long IdConflicts => Volatile.Read(ref _idConflicts);

    /// <exception cref="LinkFailedException">No connection; the message says why.</exception>
    public async Task<BrokerLink> OpenAsync(CancellationToken cancellation)
    {
        var link = await BrokerLink.OpenAsync(_options, _incoming, _time, cancellation).ConfigureAwait(false);
        _opened = _time.GetTimestamp();
        return link;
    }

    /// <summary>Disposes of <paramref name="lost"/>, and tries until another one stands.</summary>
    public async Task<BrokerLink> ReplaceAsync(BrokerLink lost, CancellationToken cancellation)
    {
        var loss = await lost.LossAsync(cancellation).ConfigureAwait(false);
        lost.Dispose();
        if (loss.TakenOver)
            Interlocked.Increment(ref _idConflicts);
        // A broker that accepts and closes at once must not be called in a tight loop.
        _shortLives++;
        if (_time.GetElapsedTime(_opened) > _options.Timing.Stable)
        {
            _shortLives = 0;
            _backoff.Reset();
        }

        return await RetryAsync($"lost {_options.Address}: {Reason(loss)}", Delay(loss), cancellation).ConfigureAwait(false);
    }

    /// <summary>Tries until a link stands, where the first attempt failed.</summary>
    /// <param name="reason">Of that failure.</param>
    public Task<BrokerLink> OpenAgainAsync(string reason, CancellationToken cancellation) =>
        RetryAsync($"no broker at {_options.Address}: {reason}", _backoff.Next(), cancellation);

    private async Task<BrokerLink> RetryAsync(string reason, TimeSpan delay, CancellationToken cancellation)
    {
        while (true)
        {
            _options.Notice(FormattableString.Invariant($"{reason}; next attempt in {delay.TotalSeconds:F1} s"));
            await Task.Delay(delay, _time, cancellation).ConfigureAwait(false);
            try
            {
                return await OpenAsync(cancellation).ConfigureAwait(false);
            }
            catch (LinkFailedException error)
            {
                (reason, delay) = ($"no broker at {_options.Address}: {error.Message}", Delay(error));
            }
        }
    }

    private TimeSpan Delay(LinkLoss loss) =>
        loss.TakenOver ? ReconnectBackoff.Shortened(_options.Timing.TakenOverRetry, _jitter) : _backoff.Next();

    /// <summary>A password that was changed, or a certificate that expired: somebody will mend it, but not within seconds.</summary>
    private TimeSpan Delay(LinkFailedException error) =>
        error.Refused ? ReconnectBackoff.Shortened(_options.Timing.LongestRetry, _jitter) : _backoff.Next();

    private string Reason(LinkLoss loss)
    {
        if (loss.TakenOver)
            return $"another client took the id {_options.ClientId} (0x8E); no two devices may share site and name";
        return _shortLives >= SuspiciousShortLives
            ? $"{loss.Reason}, again after a short time: another client may use the id {_options.ClientId}"
            : loss.Reason;
    }
}
