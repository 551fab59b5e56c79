namespace EdgeInfer.Recordings.Csv;

/// <summary>What a CSV file from outside may ask of us.</summary>
internal static class CsvLimits
{
    /// <summary>A recording is held in memory as a whole, at about half its size as text.</summary>
    public const long MaxFileBytes = 1L << 30;

    /// <summary>Far above any sensor's channels.</summary>
    public const int MaxColumns = 1024;

    /// <summary>Three hours at 10 kHz fit.</summary>
    public const int MaxLines = 120_000_000;

    /// <summary>A number has at most a few dozen characters, a path or label a few hundred.</summary>
    public const int MaxFieldLength = 1024;

    /// <summary>Characters of one line: <see cref="MaxColumns"/> ordinary numbers.</summary>
    public const int MaxLineLength = 1 << 16;
}
