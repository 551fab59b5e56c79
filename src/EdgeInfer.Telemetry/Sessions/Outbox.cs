using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Sessions;

/// <summary>
/// What waits for the broker, in order of sequence numbers. A message is numbered and encoded as it enters, so one
/// that finds no room takes no number, and a caller's error surfaces at the caller.
/// </summary>
internal sealed class Outbox(DeviceTopics topics, int capacity = Outbox.DefaultCapacity)
{
    /// <summary>
    /// A minute of two models at 50 windows/s, the rate above which a device sends aggregates only; about 4 MB.
    /// </summary>
    public const int DefaultCapacity = 6_000;

    private readonly Channel<OutgoingMessage> _messages = Channel.CreateBounded<OutgoingMessage>(capacity);
    private readonly Lock _order = new();
    private bool _closed;
    private long _lastSeq;
    private long _dropped;

    public long LastSeq => Volatile.Read(ref _lastSeq);

    public long Dropped => Volatile.Read(ref _dropped);

    public int Depth => _messages.Reader.Count;

    /// <summary>False, and counted, without room or after the end.</summary>
    public bool TryAdd<T>(Func<long, T> message)
        where T : NumberedMessage, IMessage<T>
    {
        var entered = Add(message);
        if (!entered)
            Interlocked.Increment(ref _dropped);
        return entered;
    }

    /// <summary>Waits for room.</summary>
    /// <exception cref="ObjectDisposedException">The session has ended.</exception>
    public async ValueTask AddAsync<T>(Func<long, T> message, CancellationToken cancellation)
        where T : NumberedMessage, IMessage<T>
    {
        while (await _messages.Writer.WaitToWriteAsync(cancellation).ConfigureAwait(false))
        {
            if (Add(message))
                return;
        }

        throw new ObjectDisposedException(nameof(MqttSession));
    }

    /// <summary>Takes no number, and no count of what finds no room.</summary>
    public bool TryAddUnnumbered(OutgoingMessage message)
    {
        lock (_order)
            return HasRoom && _messages.Writer.TryWrite(message);
    }

    /// <summary>Waits for a message; false when the outbox is closed and empty.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellation) => _messages.Reader.WaitToReadAsync(cancellation);

    public bool TryPeek([NotNullWhen(true)] out OutgoingMessage? message) => _messages.Reader.TryPeek(out message);

    /// <summary>Removes what <see cref="TryPeek"/> showed.</summary>
    public void Remove() => _messages.Reader.TryRead(out _);

    /// <summary>Nothing enters any more.</summary>
    public void Close()
    {
        lock (_order)
            _closed = true;
        _messages.Writer.TryComplete();
    }

    // The lock keeps other writers out, so room that is seen stays until the write.
    private bool HasRoom => !_closed && _messages.Reader.Count < capacity;

    private bool Add<T>(Func<long, T> message)
        where T : NumberedMessage, IMessage<T>
    {
        lock (_order)
        {
            if (!HasRoom || !_messages.Writer.TryWrite(Outgoing.Of(topics, message(_lastSeq + 1))))
                return false;
            _lastSeq++;
            return true;
        }
    }
}
