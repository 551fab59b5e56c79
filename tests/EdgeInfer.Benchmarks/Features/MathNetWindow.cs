namespace EdgeInfer.Benchmarks.Features;

/// <summary>A whole window through MathNet.Numerics: the common features, and the power spectra that others stand on.</summary>
internal sealed class MathNetWindow(int length, int transform)
{
    private readonly MathNetParts _parts = new(length, transform);
    private readonly double[] _power = new double[transform / 2 + 1];
    private readonly double[][] _series = [.. Enumerable.Range(0, CommonFeatures.Series).Select(_ => new double[length])];

    /// <param name="values">Receives the common features.</param>
    public void Apply(ReadOnlySpan<float> window, Span<double> values)
    {
        Load(window, _series);
        for (var i = 0; i < _series.Length; i++)
        {
            var target = values.Slice(i * CommonFeatures.Names.Length, CommonFeatures.Names.Length);
            MathNetParts.Moments(_series[i], target[..6]);
            target[6] = MathNetParts.RootMeanSquare(_series[i]);
            _parts.Quantiles(_series[i], target[7..]);
            _parts.Power(_series[i], target[0], _power);
        }

        MathNetParts.Correlations(_series, values[(CommonFeatures.Series * CommonFeatures.Names.Length)..]);
    }

    /// <summary>Widens the channels, and computes both magnitudes.</summary>
    public static void Load(ReadOnlySpan<float> window, double[][] series)
    {
        var length = series[0].Length;
        for (var channel = 0; channel < CommonFeatures.Channels; channel++)
        {
            var target = series[channel];
            var source = window.Slice(channel * length, length);
            for (var i = 0; i < target.Length; i++)
                target[i] = source[i];
        }

        for (var vector = 0; vector < 2; vector++)
        {
            var (x, y, z) = (series[3 * vector], series[3 * vector + 1], series[3 * vector + 2]);
            var target = series[CommonFeatures.Channels + vector];
            for (var i = 0; i < target.Length; i++)
                target[i] = Math.Sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
        }
    }
}
