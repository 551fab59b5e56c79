using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Features;

/// <summary>
/// A window's series in groups: its channels in their order, then the magnitude of each vector of three channels.
/// </summary>
internal sealed class WindowSeries
{
    private readonly int _channels;
    private readonly int _length;
    private readonly int[] _vectors;
    private readonly double[][] _samples;

    /// <param name="vectors">Index of the first channel of each vector.</param>
    /// <param name="features">Features that a group has room for.</param>
    public WindowSeries(WindowShape shape, int[] vectors, int features)
    {
        (_channels, _length, _vectors) = (shape.Channels.Count, shape.Length, vectors);
        var count = _channels + vectors.Length;
        // Magnitudes are computed in whole vectors.
        var padded = (_length + SeriesGroup.Lanes - 1) / SeriesGroup.Lanes * SeriesGroup.Lanes;
        _samples = [.. Enumerable.Range(0, count).Select(_ => new double[padded])];
        Groups =
        [
            .. Enumerable.Range(0, (count + SeriesGroup.Lanes - 1) / SeriesGroup.Lanes).Select(_ => new SeriesGroup(_length, features)),
        ];
    }

    public SeriesGroup[] Groups { get; }

    /// <summary>Channels and magnitudes.</summary>
    public int Count => _samples.Length;

    public void Load(ReadOnlySpan<float> window)
    {
        for (var channel = 0; channel < _channels; channel++)
        {
            var source = window.Slice(channel * _length, _length);
            var samples = _samples[channel].AsSpan(0, _length);
            for (var i = 0; i < samples.Length; i++)
                samples[i] = source[i];
        }

        for (var i = 0; i < _vectors.Length; i++)
        {
            var first = _vectors[i];
            CrossChannel.Magnitude(_samples[first], _samples[first + 1], _samples[first + 2], _samples[_channels + i]);
        }

        for (var series = 0; series < _samples.Length; series++)
            GroupOf(series).Load(LaneOf(series), _samples[series].AsSpan(0, _length));
    }

    /// <summary>Whether all samples are: squares of floats don't overflow a double, NaN and infinities stay.</summary>
    public bool IsFinite(int series) => double.IsFinite(GroupOf(series).Energy[LaneOf(series)]);

    /// <summary>Root of the sum of the squares of the series less its mean.</summary>
    public double Norm(int series) => GroupOf(series).Norm[LaneOf(series)];

    public double Mean(int series) => GroupOf(series).Mean[LaneOf(series)];

    /// <summary>The series' features, each <see cref="SeriesGroup.Lanes"/> after the one before.</summary>
    public ReadOnlySpan<double> FeaturesOf(int series) => SeriesGroup.Flat(GroupOf(series).Features)[LaneOf(series)..];

    private static int LaneOf(int series) => series % SeriesGroup.Lanes;

    private SeriesGroup GroupOf(int series) => Groups[series / SeriesGroup.Lanes];
}
