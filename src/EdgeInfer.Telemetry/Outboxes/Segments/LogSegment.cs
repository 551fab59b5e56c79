namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>What a log knows of one of its files.</summary>
internal sealed class LogSegment(SegmentHeader header, string path, long bornAt)
{
    public SegmentHeader Header { get; private set; } = header;

    public string Path { get; } = path;

    /// <summary>Bytes that are written whole.</summary>
    public long Length { get; set; }

    /// <summary>Monotonic timestamp of the first sight of it.</summary>
    public long BornAt { get; private set; } = bornAt;

    public long Messages { get; private set; }

    public long SettledMessages { get; private set; }

    /// <summary>Highest number of a message in it; 0 before one.</summary>
    public long LastSeq { get; private set; }

    /// <summary>Lowest number of a message in it that is not settled; 0 where there is none.</summary>
    public long FirstWaitingSeq { get; private set; }

    public long WaitingMessages => Messages - SettledMessages;

    /// <summary>Just after its last record.</summary>
    public LogPosition End => new(Header.Id, Length);

    public void Restart(SegmentHeader header, long bornAt)
    {
        (Header, BornAt) = (header, bornAt);
        (Length, Messages, SettledMessages, LastSeq, FirstWaitingSeq) = (0, 0, 0, 0, 0);
    }

    public void Count(long seq)
    {
        Messages++;
        LastSeq = seq;
        if (FirstWaitingSeq == 0)
            FirstWaitingSeq = seq;
    }

    public void CountSettled(long seq)
    {
        SettledMessages++;
        FirstWaitingSeq = seq < LastSeq ? seq + 1 : 0;
    }

    /// <summary>What is lost with it; null where no number is.</summary>
    public LostRange? Loss(LossReason reason) =>
        FirstWaitingSeq == 0 ? null : new LostRange(Header.Boot, FirstWaitingSeq, LastSeq, reason);
}
