namespace EdgeInfer.Recordings.Text;

/// <summary>What a text file from outside may ask of us.</summary>
internal static class TextLimits
{
    /// <summary>
    /// As it is, and unpacked. Training holds the values of a recording in memory as a whole, at about half its size as text.
    /// </summary>
    public const long MaxFileBytes = 1L << 31;

    /// <summary>Recordings pack to a fifth of their size or more; only a flat signal comes near this.</summary>
    public const int MaxPackedRatio = 500;

    /// <summary>The ratio says nothing about a small file.</summary>
    public const int RatioFromBytes = 1 << 24;

    /// <summary>Far above any sensor's channels.</summary>
    public const int MaxColumns = 1024;

    /// <summary>Three hours at 10 kHz fit.</summary>
    public const int MaxLines = 120_000_000;

    /// <summary>A number has at most a few dozen bytes, a path or label a few hundred.</summary>
    public const int MaxFieldLength = 1024;

    /// <summary>Bytes of one line: <see cref="MaxColumns"/> ordinary numbers.</summary>
    public const int MaxLineLength = 1 << 16;

    /// <summary>Bytes from which the form of a file is found: hundreds of rows.</summary>
    public const int SampleBytes = 1 << 16;
}
