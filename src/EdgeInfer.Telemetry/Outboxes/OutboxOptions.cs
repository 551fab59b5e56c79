namespace EdgeInfer.Telemetry.Outboxes;

/// <summary>What an outbox may hold of messages that the broker has not answered for.</summary>
public sealed record OutboxOptions
{
    /// <summary>Folder of the messages; null to hold them in memory only, where they end with the process.</summary>
    internal string? Folder { get; init; }

    /// <summary>Bytes on the disk, 1 MiB or more: 256 MiB are four hours at the highest rate of single answers, 50 a second.</summary>
    public long MaxBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Older messages leave.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>What a power cut may take of messages that the broker does not have.</summary>
    public TimeSpan FlushInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Payloads in memory; a message at its limit has 128 KiB.</summary>
    internal const long MemoryBytes = 8 * 1024 * 1024;

    /// <summary>
    /// In memory, of messages on their way to the disk, or of all where there is none: a minute of two models at 50 windows/s.
    /// </summary>
    internal int MemoryMessages { get; init; } = 6_000;
}
