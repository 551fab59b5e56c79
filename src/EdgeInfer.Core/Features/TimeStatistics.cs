using System.Numerics;

namespace EdgeInfer.Core.Features;

/// <summary>
/// Statistics of series in time. Moments are of the population (divided by n). Skewness m3 / m2^1.5, kurtosis
/// m4 / m2^2 (3 for a normal distribution) and the crest factor are of the series less its mean, and 0 for a constant.
/// </summary>
internal static class TimeStatistics
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "mean", "deviation", "rms", "min", "max", "skewness", "kurtosis", "crest_factor",
        "q05", "q25", "q50", "q75", "q95", "zero_crossings", "energy", "mean_absolute_difference",
    ];

    /// <summary>Names of what is kept of a channel that is no signal: the first of all.</summary>
    public static IReadOnlyList<string> LevelNames { get; } = ["mean", "deviation"];

    /// <summary>Sets also the group's means, energies and centred series.</summary>
    /// <param name="group">Series of at least one value.</param>
    /// <param name="sorted">Scratch of the same length.</param>
    public static void Write(SeriesGroup group, Span<Vector<double>> sorted, FeatureRows features)
    {
        double length = group.Series.Length;
        group.Series.CopyTo(sorted);
        SortingNetwork.Sort(sorted);
        var (min, max) = (sorted[0], sorted[^1]);
        var (sum, energy, differences) = Sums(group.Series);
        // The mean of a constant is that constant, whatever its sum rounds to.
        var mean = Vector.ConditionalSelect(Vector.Equals(min, max), min, sum / length);
        var moments = Centre(group.Series, mean, group.Centred);
        (group.Mean, group.Energy, group.Norm) = (mean, energy, Vector.SquareRoot(moments.Second));
        var (m2, m3, m4) = (moments.Second / length, moments.Third / length, moments.Fourth / length);
        var deviation = Vector.SquareRoot(m2);
        var varies = Vector.GreaterThan(m2, Vector<double>.Zero);

        features.Write(mean);
        features.Write(deviation);
        features.Write(Vector.SquareRoot(energy / length));
        features.Write(min);
        features.Write(max);
        features.Write(Where(varies, m3 / (m2 * deviation)));
        features.Write(Where(varies, m4 / (m2 * m2)));
        features.Write(Where(varies, Vector.MaxNative(max - mean, mean - min) / deviation));
        features.Write(Quantiles.At(sorted, 0.05));
        features.Write(Quantiles.At(sorted, 0.25));
        features.Write(Quantiles.At(sorted, 0.50));
        features.Write(Quantiles.At(sorted, 0.75));
        features.Write(Quantiles.At(sorted, 0.95));
        features.Write(moments.Crossings);
        features.Write(energy);
        features.Write(differences / Math.Max(1, length - 1));
    }

    private static Vector<double> Where(Vector<long> condition, Vector<double> value) =>
        Vector.ConditionalSelect(condition, value, Vector<double>.Zero);

    public static (Vector<double> Sum, Vector<double> Squares, Vector<double> Differences) Sums(
        ReadOnlySpan<Vector<double>> series)
    {
        var (sum, squares, differences) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var previous = series[0];
        foreach (var value in series)
        {
            sum += value;
            squares += value * value;
            differences += Vector.Abs(value - previous);
            previous = value;
        }

        return (sum, squares, differences);
    }

    /// <summary>Sums of powers of the centred series, and its changes between below zero and not below it.</summary>
    public static (Vector<double> Second, Vector<double> Third, Vector<double> Fourth, Vector<double> Crossings) Centre(
        ReadOnlySpan<Vector<double>> series, Vector<double> mean, Span<Vector<double>> centred)
    {
        var (second, third, fourth) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var crossings = Vector<long>.Zero;
        var previous = Vector.LessThan(series[0] - mean, Vector<double>.Zero);
        for (var i = 0; i < series.Length; i++)
        {
            var value = series[i] - mean;
            centred[i] = value;
            var square = value * value;
            second += square;
            third += square * value;
            fourth += square * square;
            var below = Vector.LessThan(value, Vector<double>.Zero);
            crossings -= below ^ previous;
            previous = below;
        }

        return (second, third, fourth, Vector.ConvertToDouble(crossings));
    }
}
