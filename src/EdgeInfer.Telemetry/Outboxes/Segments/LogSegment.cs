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

    /// <summary>Highest number that a reader has got from it; just below its first before one has.</summary>
    public long ReadSeq { get; private set; }

    /// <summary>Bytes in it that are no records, and that somebody was told of.</summary>
    public long SkippedBytes { get; private set; }

    public long WaitingMessages => Messages - SettledMessages;

    /// <summary>Just after its last record.</summary>
    public LogPosition End => new(Header.Id, Length);

    public void Restart(SegmentHeader header, long bornAt)
    {
        (Header, BornAt) = (header, bornAt);
        (Length, Messages, SettledMessages, LastSeq, FirstWaitingSeq) = (0, 0, 0, 0, 0);
        (ReadSeq, SkippedBytes) = (0, 0);
    }

    public void Count(long seq)
    {
        if (Messages == 0)
            ReadSeq = seq - 1;
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

    /// <param name="skippedBytes">In front of it.</param>
    public void CountRead(long seq, long skippedBytes)
    {
        ReadSeq = Math.Max(ReadSeq, seq);
        SkippedBytes = Math.Max(SkippedBytes, skippedBytes);
    }

    /// <summary>Messages that can't be read any more.</summary>
    public void CountLost(long messages)
    {
        Messages -= messages;
        if (WaitingMessages == 0)
            FirstWaitingSeq = 0;
    }

    /// <summary>What was read and is not settled counts as not read.</summary>
    public void ReadAgain()
    {
        if (FirstWaitingSeq > 0)
            ReadSeq = Math.Min(ReadSeq, FirstWaitingSeq - 1);
    }

    /// <summary>What is lost with it; null where no number is.</summary>
    public LostRange? Loss(LossReason reason) =>
        FirstWaitingSeq == 0 ? null : new LostRange(Header.Boot, FirstWaitingSeq, LastSeq, reason);
}
