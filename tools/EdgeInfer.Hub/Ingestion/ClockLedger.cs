using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Hub.Ingestion;

/// <summary>
/// By how much the times of a boot were off before the device's clock was set. Nothing waits for it: a message comes in with the
/// time that the device had, and its true time is asked here. Safe for use by several threads.
/// </summary>
public sealed class ClockLedger
{
    private readonly Dictionary<BootKey, long> _offsets = [];
    private readonly Queue<BootKey> _order = [];
    private readonly Lock _access = new();

    /// <summary>
    /// When the message was made, UTC, ms since 1970; null while the device's clock is not set, and for what carries no time.
    /// </summary>
    public long? TimeOf(Received received) => received.Stamped switch
    {
        null => null,
        { TsSynced: true } message => message.Ts,
        { } message => OffsetOf(new BootKey(received.Site, received.Device, message.Boot)) is { } offset ? message.Ts + offset : null,
    };

    /// <summary>As many boots as the other ledger holds; the one that was recorded first makes room.</summary>
    internal void Record(BootKey key, long offsetMs)
    {
        lock (_access)
        {
            if (!_offsets.TryAdd(key, offsetMs))
                return;
            _order.Enqueue(key);
            if (_order.Count > SequenceLedger.MaxBoots)
                _offsets.Remove(_order.Dequeue());
        }
    }

    private long? OffsetOf(BootKey key)
    {
        lock (_access)
            return _offsets.TryGetValue(key, out var offset) ? offset : null;
    }
}
