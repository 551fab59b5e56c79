using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Outboxes.Feeds;
using EdgeInfer.Telemetry.Outboxes.Segments;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Outboxes;

/// <summary>
/// What waits for the broker, in order. A message is numbered and encoded as it enters; <see cref="Tick"/> takes it to the
/// disk, and from there the publisher gets it. Where the disk fails, or there is none, messages wait in memory, and the
/// publisher gets them from there. Any thread may use it: all of this file happens under one lock, which is why it is long.
/// </summary>
internal sealed class Outbox : IDisposable
{
    private const int FeedSlots = 1_024;

    private readonly DeviceTopics _topics;
    private readonly OutboxOptions _options;
    private readonly string _boot;
    private readonly Func<StampedTime> _now;
    private readonly TimeProvider _time;
    private readonly OutboxDisk? _disk;
    private readonly Action<string> _notice;
    private readonly Lock _access = new();
    private readonly List<IMessageFeed> _feeds = [];
    private readonly Channel<bool> _arrivals =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly MemoryQueue _memory = new();
    private readonly ToldGaps _gaps;
    private TaskCompletionSource _room = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastFlush;
    private long _lastSeq;
    private long _dropped;
    private bool _closed;

    /// <param name="boot">Of this process, 16 hexadecimal digits.</param>
    /// <param name="now">For what the outbox itself has to say.</param>
    /// <param name="notice">One line for what an operator should know; must not throw.</param>
    /// <exception cref="Core.Errors.InvalidInputException">Another process has the folder.</exception>
    public Outbox(
        DeviceTopics topics, OutboxOptions options, string boot, Func<StampedTime> now, TimeProvider time, Action<string> notice)
    {
        (_topics, _options, _boot, _now, _time, _notice) = (topics, options, boot, now, time, notice);
        _gaps = new ToldGaps(boot);
        _lastFlush = time.GetTimestamp();
        if (options.Folder is { } folder)
            _disk = new OutboxDisk(
                new LogOptions(folder, boot)
                {
                    MaxBytes = options.MaxBytes,
                    MaxAge = options.MaxAge,
                    FlushInterval = options.FlushInterval,
                    WallClockMs = () => now() is { Synced: true } moment ? moment.Ts : 0,
                },
                time,
                notice);
    }

    /// <summary>Highest number given.</summary>
    public long LastSeq => Volatile.Read(ref _lastSeq);

    /// <summary>Numbered messages that left without an answer of the broker, or found no room.</summary>
    public long Dropped
    {
        get
        {
            lock (_access)
                return _dropped + _feeds.Sum(feed => feed.Dropped);
        }
    }

    public long Depth
    {
        get
        {
            lock (_access)
                return (_disk?.Waiting ?? 0) + _memory.Count;
        }
    }

    /// <summary>Bytes on the disk.</summary>
    public long DiskBytes
    {
        get
        {
            lock (_access)
                return _disk?.Bytes ?? 0;
        }
    }

    /// <summary>Attempts to write that the disk refused.</summary>
    public long DiskFailures
    {
        get
        {
            lock (_access)
                return _disk?.Failures ?? 0;
        }
    }

    /// <summary>False after the end. Never waits: without room the oldest messages leave.</summary>
    public bool TryAdd<T>(Func<long, T> message)
        where T : NumberedMessage, IMessage<T>
    {
        lock (_access)
            return !_closed && Enter(message);
    }

    /// <summary>Waits for room.</summary>
    /// <exception cref="ObjectDisposedException">The session has ended.</exception>
    public async ValueTask AddAsync<T>(Func<long, T> message, CancellationToken cancellation)
        where T : NumberedMessage, IMessage<T>
    {
        while (true)
        {
            Task room;
            lock (_access)
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                DrainFeeds();
                if (HasRoom)
                {
                    Enter(message);
                    return;
                }

                room = _room.Task;
            }

            await room.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>A way in for one thread.</summary>
    /// <param name="waits">Where there is no room the thread waits, as a recording can; otherwise the oldest messages leave.</param>
    public MessageFeed<TSlot> OpenFeed<TSlot, T>(bool waits, Func<TSlot> slot, Func<TSlot, long, T> message)
        where TSlot : class
        where T : NumberedMessage, IMessage<T>
    {
        var feed = new MessageFeed<TSlot>(
            FeedSlots,
            waits,
            slot,
            filled => TryEnter(seq => message(filled, seq)),
            () => !waits || _closed || HasRoom);
        lock (_access)
            _feeds.Add(feed);
        return feed;
    }

    /// <summary>Takes to the disk what has entered. To be called every few milliseconds.</summary>
    public void Tick()
    {
        lock (_access)
        {
            DrainFeeds();
            TellWhatMemoryLost();
            if (_disk is null)
                return;
            var flushes = _time.GetElapsedTime(_lastFlush) >= _options.FlushInterval / 2;
            Write(_disk, triesAgain: flushes);
            if (flushes)
            {
                _lastFlush = _time.GetTimestamp();
                _disk.Flush();
            }

            foreach (var loss in _disk.TakeLosses())
            {
                _dropped += loss.Count;
                Tell(loss);
            }

            SignalRoom();
        }
    }

    /// <summary>The next message to send, each once until <see cref="Rewind"/>.</summary>
    public bool TryNext([NotNullWhen(true)] out LoggedMessage? message)
    {
        lock (_access)
        {
            if (_disk is not null && _disk.TryRead(out message))
                return true;
            message = null;
            return _disk is not { Works: true } && _memory.TrySend(out message);
        }
    }

    /// <summary>What was sent and not settled is sent again.</summary>
    public void Rewind()
    {
        lock (_access)
        {
            _disk?.Rewind();
            _memory.Rewind();
        }
    }

    /// <summary>The broker has answered for the first message that was sent and not settled.</summary>
    public void Settle(LoggedMessage message)
    {
        lock (_access)
        {
            if (message.End is null)
                _memory.Settle();
            else
                _disk!.Settle(message);
            SignalRoom();
        }
    }

    /// <summary>Waits until there may be a message; false when the outbox is closed and empty.</summary>
    public async ValueTask<bool> WaitAsync(CancellationToken cancellation)
    {
        lock (_access)
        {
            if (_closed && (_disk?.Waiting ?? 0) + _memory.Count == 0)
                return false;
        }

        await _arrivals.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Ends a wait.</summary>
    public void Wake() => _arrivals.Writer.TryWrite(true);

    /// <summary>Nothing enters any more.</summary>
    public void Close()
    {
        Tick();
        lock (_access)
        {
            _closed = true;
            SignalRoom();
        }

        Tick();
        Wake();
    }

    /// <summary>What only memory holds ends here, so the disk is tried once more.</summary>
    public void Dispose()
    {
        lock (_access)
        {
            _memory.Rewind();
            if (_disk is not null)
                Write(_disk, triesAgain: true);
            _disk?.Dispose();
        }
    }

    /// <summary>Also for what is in memory, which takes a little more than its own bytes on the disk.</summary>
    private bool HasRoom => MemoryHasRoom && (_disk is null || _disk.Bytes + 2 * _memory.Bytes < _options.MaxBytes * 7 / 8);

    private bool MemoryHasRoom => _memory.Count < _options.MemoryMessages && _memory.Bytes < OutboxOptions.MemoryBytes;

    private void Write(OutboxDisk disk, bool triesAgain)
    {
        if (_memory.Count == 0)
            return;
        if (disk.Works || triesAgain || _memory.IsHeld)
        {
            // What is on its way from memory must be answered first, or it would stand behind what follows it.
            if (_memory.Hold())
                return;
            if (disk.TryAppend(_memory.Waiting))
                _memory.Clear();
            else
                _memory.Release();
        }

        Wake();
    }

    private void DrainFeeds()
    {
        foreach (var feed in _feeds)
            feed.Drain();
    }

    /// <summary>On the outbox's own thread nobody can take the error of a message that can't be written.</summary>
    private void TryEnter<T>(Func<long, T> message)
        where T : NumberedMessage, IMessage<T>
    {
        try
        {
            if (_closed)
                _dropped++;
            else
                Enter(message);
        }
#pragma warning disable CA1031 // Whatever a message's maker throws must not stop the messages behind it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _dropped++;
            _notice($"a message can't be sent: {error.Message}");
        }
    }

    private bool Enter<T>(Func<long, T> message)
        where T : NumberedMessage, IMessage<T>
    {
        var outgoing = Outgoing.Of(_topics, message(_lastSeq + 1));
        _lastSeq++;
        Enter(new LoggedMessage(outgoing, _lastSeq));
        return true;
    }

    private void Enter(LoggedMessage message)
    {
        while (!MemoryHasRoom && _memory.TryDropOldest(_boot))
            _dropped++;
        _memory.Add(message);
        if (_disk is null)
            Wake();
    }

    /// <summary>Where there is room again: a gap must not be what drops the next message.</summary>
    private void TellWhatMemoryLost()
    {
        if (_memory.Count > _options.MemoryMessages * 7 / 8 || _memory.Bytes > OutboxOptions.MemoryBytes * 7 / 8)
            return;
        foreach (var loss in _memory.TakeLosses())
            Tell(loss);
    }

    private void Tell(LostRange loss)
    {
        _notice(GapText.LineOf(loss));
        if (_closed)
            return;
        foreach (var gap in _gaps.ToTell(loss))
        {
            Enter(seq => GapText.MessageOf(gap, _boot, _now(), seq));
            _gaps.Add(_lastSeq, gap);
        }
    }

    private void SignalRoom()
    {
        if (!_closed && !HasRoom)
            return;
        _room.TrySetResult();
        _room = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
