namespace EdgeInfer.Core.Windows;

/// <summary>Times of evenly spaced samples; computed from the index, so that no rounding accumulates.</summary>
public static class UniformGrid
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>Nanoseconds from sample 0 to sample <paramref name="index"/>: round(index * 1e9 / rate).</summary>
    public static long OffsetNanoseconds(long index, double rateHz) =>
        (long)Math.Round(index * NanosecondsPerSecond / rateHz);
}
