using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Features;

/// <summary>
/// Statistics of a window: each signal channel in time and frequency, with shaft orders and envelope lines where a
/// speed channel is given; level of each speed channel; magnitude of each vector of three signals of one unit; and
/// correlation of each pair of signals.
/// <para>
/// Finite input gives finite features, clamped to the range of a float. A channel that holds NaN or an infinity gives
/// NaN in every feature that it enters, and in no other. All arithmetic is double in one fixed order, without the C
/// library's functions: the same bits on every processor. Allocates nothing after construction; one thread at a time.
/// </para>
/// </summary>
public sealed class FeatureExtractor : IPreprocessor
{
    public const string Id = "signal-features/1";

    private readonly WindowShape _shape;
    private readonly ChannelPlan _plan;
    private readonly Spectrum _spectrum;
    private readonly Envelope? _envelope;
    private readonly double[][] _series;
    private readonly double[][] _centred;
    private readonly bool[] _finite;
    private readonly int _orderFeatures;
    private readonly double[] _magnitude;
    private readonly double[] _magnitudeCentred;
    private readonly double[] _sorted;

    /// <param name="envelope">Used where the shape has a speed channel; features without one are the same as with null.</param>
    /// <exception cref="ArgumentException">The window is empty, or holds no frequency of the envelope's band.</exception>
    public FeatureExtractor(WindowShape shape, EnvelopeBand? envelope)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape.Length, nameof(shape));
        _shape = shape;
        _plan = ChannelPlan.Of(shape.Channels);
        _spectrum = new Spectrum(shape.Length, shape.RateHz);
        _envelope = envelope is null || _plan.Speed is null ? null : new Envelope(envelope, shape.Length, shape.RateHz);
        _series = [.. shape.Channels.Select(_ => new double[shape.Length])];
        _centred = [.. shape.Channels.Select(_ => new double[shape.Length])];
        _finite = new bool[shape.Channels.Count];
        _magnitude = new double[shape.Length];
        _magnitudeCentred = new double[shape.Length];
        _sorted = new double[shape.Length];
        _orderFeatures = FeatureNames.OfOrders(_plan, envelope).Count;
        Names = FeatureNames.Of(shape.Channels, _plan, envelope);
    }

    private static int SeriesFeatures => TimeStatistics.Names.Count + SpectralStatistics.Names.Count;

    /// <summary>Names of the features in the order of the output, unique where the channels' names are.</summary>
    public IReadOnlyList<string> Names { get; }

    public int OutputLength => Names.Count;

    public void Apply(ReadOnlySpan<float> window, Span<float> output)
    {
        if (window.Length != _shape.ValueCount || output.Length < OutputLength)
            throw new ArgumentException($"window of {window.Length} values for {_shape.ValueCount}, output of {output.Length} for {OutputLength}");

        Load(window);
        var features = new FeatureWriter(output);
        var speed = _plan.Speed is { } index && _finite[index] ? TimeStatistics.Mean(_series[index]) : (double?)null;
        for (var channel = 0; channel < _series.Length; channel++)
        {
            if (_shape.Channels[channel].Role == ChannelRole.Speed)
                WriteLevel(channel, ref features);
            else
                WriteSignal(channel, speed, ref features);
        }

        foreach (var vector in _plan.Vectors)
            WriteMagnitude(vector, ref features);
        WriteCorrelations(ref features);
    }

    private void Load(ReadOnlySpan<float> window)
    {
        for (var channel = 0; channel < _series.Length; channel++)
        {
            var source = window.Slice(channel * _shape.Length, _shape.Length);
            var series = _series[channel];
            _finite[channel] = true;
            for (var i = 0; i < series.Length; i++)
            {
                series[i] = source[i];
                _finite[channel] &= float.IsFinite(source[i]);
            }
        }
    }

    private void WriteLevel(int channel, ref FeatureWriter features)
    {
        if (_finite[channel])
            TimeStatistics.WriteLevel(_series[channel], _centred[channel], ref features);
        else
            features.WriteUnknown(TimeStatistics.LevelNames.Count);
    }

    private void WriteSignal(int channel, double? speedHz, ref FeatureWriter features)
    {
        if (!_finite[channel])
        {
            features.WriteUnknown(SeriesFeatures + _orderFeatures);
            return;
        }

        WriteSeries(_series[channel], _centred[channel], ref features);
        if (speedHz is not { } shaft)
        {
            features.WriteUnknown(_orderFeatures);
            return;
        }

        OrderSpectrum.Write(_spectrum, shaft, ref features);
        _envelope?.Write(_centred[channel], shaft, ref features);
    }

    private void WriteMagnitude(int vector, ref FeatureWriter features)
    {
        if (!(_finite[vector] && _finite[vector + 1] && _finite[vector + 2]))
        {
            features.WriteUnknown(SeriesFeatures);
            return;
        }

        CrossChannel.Magnitude(_series[vector], _series[vector + 1], _series[vector + 2], _magnitude);
        WriteSeries(_magnitude, _magnitudeCentred, ref features);
    }

    private void WriteSeries(double[] series, double[] centred, ref FeatureWriter features)
    {
        TimeStatistics.Write(series, centred, _sorted, ref features);
        _spectrum.Compute(centred);
        SpectralStatistics.Write(_spectrum, ref features);
    }

    private void WriteCorrelations(ref FeatureWriter features)
    {
        for (var i = 0; i < _plan.Signals.Length; i++)
        {
            for (var j = i + 1; j < _plan.Signals.Length; j++)
            {
                var (first, second) = (_plan.Signals[i], _plan.Signals[j]);
                if (_finite[first] && _finite[second])
                    features.Write(CrossChannel.Correlation(_centred[first], _centred[second]));
                else
                    features.WriteUnknown(1);
            }
        }
    }
}
