using System.Diagnostics.CodeAnalysis;
using EdgeInfer.Telemetry.Outboxes.Segments;

namespace EdgeInfer.Telemetry.Outboxes;

/// <summary>Messages of an outbox that are in memory only: some on their way to the broker, the rest behind them.</summary>
internal sealed class MemoryQueue
{
    private readonly Queue<LoggedMessage> _sent = [];
    private Queue<LoggedMessage> _waiting = [];
    private readonly List<LostRange> _losses = [];

    /// <summary>Of their payloads and topics.</summary>
    public long Bytes { get; private set; }

    public int Count => _sent.Count + _waiting.Count;

    public IReadOnlyCollection<LoggedMessage> Waiting => _waiting;

    /// <summary>While it is held nothing more is sent.</summary>
    public bool IsHeld { get; private set; }

    public void Add(LoggedMessage message)
    {
        _waiting.Enqueue(message);
        Bytes += BytesOf(message);
    }

    /// <summary>Of those that wait; false where none does.</summary>
    public bool TryDropOldest(string boot)
    {
        if (!_waiting.TryDequeue(out var oldest))
            return false;
        Bytes -= BytesOf(oldest);
        // After a rewind older ones leave than before.
        if (_losses.Count > 0 && _losses[^1].Last + 1 == oldest.Seq)
            _losses[^1] = _losses[^1] with { Last = oldest.Seq };
        else
            _losses.Add(new LostRange(boot, oldest.Seq, oldest.Seq, LossReason.Size));
        return true;
    }

    /// <summary>What was dropped since the last call.</summary>
    public IReadOnlyList<LostRange> TakeLosses()
    {
        if (_losses.Count == 0)
            return [];
        LostRange[] losses = [.. _losses];
        _losses.Clear();
        return losses;
    }

    /// <summary>Sends nothing more; true while messages are still on their way.</summary>
    public bool Hold()
    {
        IsHeld = true;
        return _sent.Count > 0;
    }

    public void Release() => IsHeld = false;

    /// <summary>All that wait are elsewhere now.</summary>
    public void Clear()
    {
        _waiting.Clear();
        Bytes = 0;
        IsHeld = false;
    }

    public bool TrySend([NotNullWhen(true)] out LoggedMessage? message)
    {
        message = null;
        if (IsHeld || !_waiting.TryDequeue(out message))
            return false;
        _sent.Enqueue(message);
        return true;
    }

    public void Settle() => Bytes -= BytesOf(_sent.Dequeue());

    public void Rewind()
    {
        if (_sent.Count == 0)
            return;
        _waiting = new Queue<LoggedMessage>([.. _sent, .. _waiting]);
        _sent.Clear();
    }

    private static int BytesOf(LoggedMessage message) => message.Message.Topic.Length + message.Message.Payload.Length;
}
