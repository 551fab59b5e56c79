namespace EdgeInfer.Core.Features;

/// <summary>
/// Statistics of a series in time. Moments are of the population (divided by n). Skewness m3 / m2^1.5, kurtosis
/// m4 / m2^2 (3 for a normal distribution) and the crest factor are of the series less its mean, and 0 for a constant.
/// </summary>
internal static class TimeStatistics
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "mean", "deviation", "rms", "min", "max", "skewness", "kurtosis", "crest_factor",
        "q05", "q25", "q50", "q75", "q95", "zero_crossings", "energy", "mean_absolute_difference",
    ];

    /// <summary>Names of what is kept of a channel that is no signal.</summary>
    public static IReadOnlyList<string> LevelNames { get; } = ["mean", "deviation"];

    /// <param name="series">At least one finite value.</param>
    /// <param name="centred">Receives the series less its mean; all zero for a constant.</param>
    /// <param name="sorted">Scratch of the same length.</param>
    public static void Write(
        ReadOnlySpan<double> series, Span<double> centred, Span<double> sorted, ref FeatureWriter features)
    {
        series.CopyTo(sorted);
        sorted.Sort();
        var (min, max) = (sorted[0], sorted[^1]);
        var mean = Centre(series, centred);
        var energy = 0.0;
        foreach (var value in series)
            energy += value * value;
        var (m2, m3, m4) = Moments(centred);
        var deviation = Math.Sqrt(m2);
        var peak = Math.Max(max - mean, mean - min);

        features.Write(mean);
        features.Write(deviation);
        features.Write(Math.Sqrt(energy / series.Length));
        features.Write(min);
        features.Write(max);
        features.Write(m2 > 0 ? m3 / (m2 * deviation) : 0);
        features.Write(m2 > 0 ? m4 / (m2 * m2) : 0);
        features.Write(m2 > 0 ? peak / deviation : 0);
        features.Write(Quantiles.At(sorted, 0.05));
        features.Write(Quantiles.At(sorted, 0.25));
        features.Write(Quantiles.At(sorted, 0.50));
        features.Write(Quantiles.At(sorted, 0.75));
        features.Write(Quantiles.At(sorted, 0.95));
        features.Write(ZeroCrossings(centred));
        features.Write(energy);
        features.Write(MeanAbsoluteDifference(series));
    }

    /// <summary>Writes mean and deviation only.</summary>
    public static void WriteLevel(ReadOnlySpan<double> series, Span<double> centred, ref FeatureWriter features)
    {
        features.Write(Centre(series, centred));
        features.Write(Math.Sqrt(Moments(centred).M2));
    }

    /// <summary>The mean of a constant is that constant, whatever its sum rounds to.</summary>
    public static double Mean(ReadOnlySpan<double> series)
    {
        if (!series.ContainsAnyExcept(series[0]))
            return series[0];
        var sum = 0.0;
        foreach (var value in series)
            sum += value;
        return sum / series.Length;
    }

    private static double Centre(ReadOnlySpan<double> series, Span<double> centred)
    {
        var mean = Mean(series);
        for (var i = 0; i < series.Length; i++)
            centred[i] = series[i] - mean;
        return mean;
    }

    private static (double M2, double M3, double M4) Moments(ReadOnlySpan<double> centred)
    {
        var (m2, m3, m4) = (0.0, 0.0, 0.0);
        foreach (var value in centred)
        {
            var square = value * value;
            m2 += square;
            m3 += square * value;
            m4 += square * square;
        }

        return (m2 / centred.Length, m3 / centred.Length, m4 / centred.Length);
    }

    /// <summary>Changes between below zero and not below it.</summary>
    private static int ZeroCrossings(ReadOnlySpan<double> centred)
    {
        var crossings = 0;
        for (var i = 1; i < centred.Length; i++)
        {
            if (centred[i] < 0 != centred[i - 1] < 0)
                crossings++;
        }

        return crossings;
    }

    private static double MeanAbsoluteDifference(ReadOnlySpan<double> series)
    {
        var sum = 0.0;
        for (var i = 1; i < series.Length; i++)
            sum += Math.Abs(series[i] - series[i - 1]);
        return series.Length > 1 ? sum / (series.Length - 1) : 0;
    }
}
