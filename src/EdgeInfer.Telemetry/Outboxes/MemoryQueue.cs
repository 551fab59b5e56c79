using System.Diagnostics.CodeAnalysis;
using EdgeInfer.Telemetry.Outboxes.Segments;

namespace EdgeInfer.Telemetry.Outboxes;

/// <summary>Messages of an outbox that are in memory only: some on their way to the broker, the rest behind them.</summary>
internal sealed class MemoryQueue
{
    private readonly Queue<LoggedMessage> _sent = [];
    private Queue<LoggedMessage> _waiting = [];
    private (long First, long Last)? _loss;
    private bool _losing;

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

    /// <summary>Of those that wait.</summary>
    public void DropOldest()
    {
        if (!_waiting.TryDequeue(out var oldest))
            return;
        Bytes -= BytesOf(oldest);
        _losing = true;
        _loss = (_loss?.First ?? oldest.Seq, oldest.Seq);
    }

    /// <summary>What was dropped, once that has come to an end.</summary>
    public LostRange? TakeLoss(string boot)
    {
        if (_losing || _loss is not var (first, last))
        {
            _losing = false;
            return null;
        }

        _loss = null;
        return new LostRange(boot, first, last, LossReason.Size);
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
