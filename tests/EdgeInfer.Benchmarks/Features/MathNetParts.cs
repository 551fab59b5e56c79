using System.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.IntegralTransforms;
using MathNet.Numerics.Statistics;

namespace EdgeInfer.Benchmarks.Features;

/// <summary>
/// What MathNet.Numerics has of our features, by the cheapest call of each: one pass for all moments, quantiles of an
/// array sorted once, the transform of an array kept between calls; one thread, its managed provider.
/// </summary>
internal sealed class MathNetParts
{
    private readonly double[] _hann;
    private readonly double[] _sorted;
    private readonly Complex[] _spectrum;

    /// <param name="transform">Size of the transform, at least the length.</param>
    public MathNetParts(int length, int transform)
    {
        Control.UseManaged();
        Control.UseSingleThread();
        _hann = Window.HannPeriodic(length);
        _sorted = new double[length];
        _spectrum = new Complex[transform];
    }

    public static void MeanAndVariance(double[] series, Span<double> values)
    {
        values[0] = ArrayStatistics.Mean(series);
        values[1] = ArrayStatistics.PopulationVariance(series);
    }

    /// <summary>Mean, deviation, skewness, kurtosis, minimum, maximum.</summary>
    public static void Moments(double[] series, Span<double> values)
    {
        var statistics = new RunningStatistics(series);
        values[0] = statistics.Mean;
        values[1] = statistics.PopulationStandardDeviation;
        values[2] = statistics.PopulationSkewness;
        // Ours is 3 for a normal distribution, theirs 0.
        values[3] = statistics.PopulationKurtosis + 3;
        values[4] = statistics.Minimum;
        values[5] = statistics.Maximum;
    }

    public static double RootMeanSquare(double[] series) => ArrayStatistics.RootMeanSquare(series);

    public void Quantiles(double[] series, Span<double> values)
    {
        series.CopyTo(_sorted, 0);
        Array.Sort(_sorted);
        for (var i = 0; i < values.Length; i++)
            values[i] = SortedArrayStatistics.QuantileCustom(_sorted, CommonFeatures.Shares[i], QuantileDefinition.R7);
    }

    /// <summary>Power of the bins 0 to half the transform's size.</summary>
    public void Power(double[] series, double mean, Span<double> values)
    {
        for (var i = 0; i < series.Length; i++)
            _spectrum[i] = new((series[i] - mean) * _hann[i], 0);
        _spectrum.AsSpan(series.Length).Clear();
        Fourier.Forward(_spectrum, FourierOptions.NoScaling);
        for (var k = 0; k < values.Length; k++)
            values[k] = _spectrum[k].Real * _spectrum[k].Real + _spectrum[k].Imaginary * _spectrum[k].Imaginary;
    }

    public static void Correlations(double[][] series, Span<double> values)
    {
        var next = 0;
        for (var i = 0; i < CommonFeatures.Channels; i++)
        {
            for (var j = i + 1; j < CommonFeatures.Channels; j++)
                values[next++] = Correlation.Pearson(series[i], series[j]);
        }
    }
}
