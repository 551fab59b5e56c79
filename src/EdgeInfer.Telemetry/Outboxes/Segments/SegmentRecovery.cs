namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>Finds what earlier processes left in a folder.</summary>
internal static class SegmentRecovery
{
    public const string Extension = ".segment";

    private const string DamagedExtension = ".damaged";

    /// <summary>Segments with messages that wait, in their order; those without are deleted.</summary>
    /// <param name="settled">Up to where the broker has answered.</param>
    public static List<LogSegment> Read(string folder, long now, out LogPosition settled)
    {
        var segments = new List<LogSegment>();
        settled = default;
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Extension))
        {
            if (Open(path, now) is not { } segment)
                continue;
            segments.Add(segment);
            if (Scan(segment, upTo: null) is { } position && position.CompareTo(settled) > 0)
                settled = position;
        }

        segments.Sort(static (a, b) => a.Header.Id.CompareTo(b.Header.Id));
        foreach (var segment in segments)
        {
            if (settled.CompareTo(segment.End) < 0 && settled.Segment == segment.Header.Id)
                Scan(segment, settled);
            else if (settled.CompareTo(segment.End) >= 0 || segment.Messages == 0)
                File.Delete(segment.Path);
        }

        var end = settled;
        segments.RemoveAll(segment => end.CompareTo(segment.End) >= 0 || segment.Messages == 0);
        return segments;
    }

    /// <summary>Null where the file's beginning is no header: a write that was cut off, or damage. Damage is put aside.</summary>
    private static LogSegment? Open(string path, long now)
    {
        using var file = File.OpenHandle(path);
        var bytes = new byte[SegmentHeader.Bytes];
        var length = RandomAccess.GetLength(file);
        if (SegmentHeader.TryRead(bytes.AsSpan(0, RandomAccess.Read(file, bytes, 0)), out var header))
            return new LogSegment(header, path, now) { Length = length };
        if (length > SegmentHeader.Bytes)
            File.Move(path, path + DamagedExtension, overwrite: true);
        else
            File.Delete(path);
        return null;
    }

    /// <summary>Counts all messages, or counts as settled those up to a place. Returns the latest place that the file names.</summary>
    private static LogPosition? Scan(LogSegment segment, LogPosition? upTo)
    {
        using var reader = new SegmentReader(segment.Path, segment.Header.Id);
        try
        {
            while (reader.TryRead(segment.Length, out var message))
            {
                if (upTo is null)
                    segment.Count(message.Seq);
                else if (message.End!.Value.CompareTo(upTo.Value) <= 0)
                    segment.CountSettled(message.Seq);
                else
                    break;
            }
        }
        catch (IOException)
        {
            // A place that the disk does not give back must not keep the rest of the outbox away: who reads comes here too, and tells it.
        }

        return reader.Settled;
    }
}
