namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>Where a log stands and how much it may hold.</summary>
internal sealed record LogOptions(string Folder, string Boot)
{
    /// <summary>All segments together; beyond it the oldest goes.</summary>
    public long MaxBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Older messages go.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>What a power cut may take of messages that the broker does not have.</summary>
    public TimeSpan FlushInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>UTC, ms since 1970; 0 while the clock is not set.</summary>
    public Func<long> WallClockMs { get; init; } = static () => 0;

    /// <summary>From the first to the last message of one file, a sixteenth of the whole: a file leaves as one.</summary>
    public TimeSpan SegmentAge => MaxAge / 16;

    /// <summary>One file: a sixteenth of the whole, so that what makes room is a small part.</summary>
    public long SegmentBytes => Math.Clamp(MaxBytes / 16, 64 * 1024, 4 * 1024 * 1024);
}
