namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>Tells by the numbers that are read which messages a damaged place has cost.</summary>
internal sealed class DamageWatch
{
    private readonly List<LostRange> _losses = [];
    private long _unread;
    private (string Boot, long Seq) _brokenAfter = ("", 0);

    /// <summary>A segment is read from its beginning.</summary>
    public void Begin(LogSegment segment) => _unread = segment.WaitingMessages;

    /// <summary>Messages were added to the segment that is being read.</summary>
    public void Grow(int messages) => _unread += messages;

    public void Add(LostRange? loss)
    {
        if (loss is not null)
            _losses.Add(loss);
    }

    /// <param name="skippedBytes">In front of the message.</param>
    /// <param name="waits">The broker has not answered for it.</param>
    public void Read(LogSegment segment, long seq, long skippedBytes, bool waits)
    {
        var before = segment.ReadSeq;
        if (_brokenAfter.Boot == segment.Header.Boot)
            before = Math.Min(before, _brokenAfter.Seq);
        var broken = skippedBytes > segment.SkippedBytes || before < segment.ReadSeq;
        if (waits && broken && seq > before + 1)
            _losses.Add(new LostRange(segment.Header.Boot, before + 1, seq - 1, LossReason.Damage));
        _brokenAfter = ("", 0);
        segment.CountRead(seq, skippedBytes);
        if (waits)
            _unread--;
    }

    /// <summary>
    /// Nothing more can be read of the segment. What this process wrote and can't find again is lost; of an earlier process's the
    /// next number tells.
    /// </summary>
    /// <returns>Messages that were lost at the end.</returns>
    public long End(LogSegment segment, long skippedBytes, bool isOwn)
    {
        var lost = Math.Max(0, _unread);
        if (lost > 0)
        {
            if (segment.LastSeq > segment.ReadSeq)
                _losses.Add(new LostRange(segment.Header.Boot, segment.ReadSeq + 1, segment.LastSeq, LossReason.Damage));
            segment.CountLost(lost);
            _unread = 0;
        }
        else if (skippedBytes > segment.SkippedBytes && !isOwn)
        {
            _brokenAfter = (segment.Header.Boot, segment.LastSeq);
        }

        segment.CountRead(segment.LastSeq, skippedBytes);
        return lost;
    }

    /// <summary>What was lost since the last call.</summary>
    public IReadOnlyList<LostRange> TakeLosses()
    {
        if (_losses.Count == 0)
            return [];
        LostRange[] losses = [.. _losses];
        _losses.Clear();
        return losses;
    }
}
