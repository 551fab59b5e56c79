namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>A place between two records of a log.</summary>
/// <param name="Segment">Id of the segment; later segments have higher ones.</param>
/// <param name="Offset">Bytes from the beginning of its file.</param>
internal readonly record struct LogPosition(long Segment, long Offset) : IComparable<LogPosition>
{
    public int CompareTo(LogPosition other) =>
        Segment == other.Segment ? Offset.CompareTo(other.Offset) : Segment.CompareTo(other.Segment);
}
