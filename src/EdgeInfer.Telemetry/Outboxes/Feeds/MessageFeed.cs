using System.Diagnostics.CodeAnalysis;

namespace EdgeInfer.Telemetry.Outboxes.Feeds;

/// <summary>
/// A ring between one thread that must not wait and the outbox, which makes the messages on its own thread. To hand over a
/// message costs the first thread no allocation, no lock and no system call.
/// </summary>
/// <typeparam name="TSlot">What a message is made of; all slots are made once, and used again.</typeparam>
public sealed class MessageFeed<TSlot> : IMessageFeed
    where TSlot : class
{
    private readonly TSlot[] _slots;
    private readonly Action<TSlot> _add;
    private readonly Func<bool> _hasRoom;
    private readonly bool _waits;
    private long _written;
    private long _read;
    private long _dropped;

    /// <param name="capacity">A power of two.</param>
    /// <param name="waits">The first thread waits for room; otherwise what finds none is dropped, and counted.</param>
    internal MessageFeed(int capacity, bool waits, Func<TSlot> slot, Action<TSlot> add, Func<bool> hasRoom)
    {
        _slots = new TSlot[capacity];
        for (var i = 0; i < capacity; i++)
            _slots[i] = slot();
        (_waits, _add, _hasRoom) = (waits, add, hasRoom);
    }

    long IMessageFeed.Dropped => Volatile.Read(ref _dropped);

    /// <summary>The slot to fill before <see cref="Publish"/>. Of one thread.</summary>
    /// <returns>False, and counted, where there is no room and the feed does not wait.</returns>
    /// <exception cref="OperationCanceledException">Cancelled while it waited.</exception>
    public bool TryNext([NotNullWhen(true)] out TSlot? slot, CancellationToken cancellation)
    {
        while (_written - Volatile.Read(ref _read) == _slots.Length)
        {
            if (!_waits)
            {
                Volatile.Write(ref _dropped, _dropped + 1);
                slot = null;
                return false;
            }

            cancellation.ThrowIfCancellationRequested();
            Thread.Sleep(1);
        }

        slot = _slots[_written & (_slots.Length - 1)];
        return true;
    }

    /// <summary>Hands over the slot that <see cref="TryNext"/> gave.</summary>
    public void Publish() => Volatile.Write(ref _written, _written + 1);

    /// <summary>Called by one thread at a time.</summary>
    void IMessageFeed.Drain()
    {
        for (var written = Volatile.Read(ref _written); _read < written && _hasRoom(); Volatile.Write(ref _read, _read + 1))
            _add(_slots[_read & (_slots.Length - 1)]);
    }
}
