using System.Numerics;
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
public sealed class FeatureExtractor : IFeatureExtractor
{
    public const string Id = "signal-features/1";

    private readonly WindowShape _shape;
    private readonly ChannelPlan _plan;
    private readonly Spectrum _spectrum;
    private readonly Envelope? _envelope;
    private readonly WindowSeries _series;
    private readonly ProductSums _products;
    private readonly Vector<double>[] _sorted;
    private readonly int _orderFeatures;

    /// <param name="envelope">Used where the shape has a speed channel; features without one are the same as with null.</param>
    /// <exception cref="ArgumentException">The window is empty, or holds no frequency of the envelope's band.</exception>
    public FeatureExtractor(WindowShape shape, EnvelopeBand? envelope)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape.Length, nameof(shape));
        _shape = shape;
        _plan = ChannelPlan.Of(shape.Channels);
        _spectrum = new Spectrum(shape.Length, shape.RateHz);
        _envelope = envelope is null || _plan.Speed is null ? null : new Envelope(envelope, shape.Length, shape.RateHz);
        _orderFeatures = FeatureNames.OfOrders(_plan, envelope).Count;
        _series = new WindowSeries(shape, _plan.Vectors, SeriesFeatures + _orderFeatures);
        _products = new ProductSums(shape.Channels.Count, _series.Groups);
        _sorted = new Vector<double>[shape.Length];
        Names = FeatureNames.Of(shape.Channels, _plan, envelope);
    }

    private static int SeriesFeatures => TimeStatistics.Names.Count + SpectralStatistics.Names.Count;

    /// <summary>Names of the features in the order of the output, unique where the channels' names are.</summary>
    public IReadOnlyList<string> Names { get; }

    public int OutputLength => Names.Count;

    public void Apply(ReadOnlySpan<float> window, Span<float> output)
    {
        if (window.Length != _shape.ValueCount || output.Length < OutputLength)
            throw new ArgumentException(
                $"window of {window.Length} values for {_shape.ValueCount}, output of {output.Length} for {OutputLength}");

        _series.Load(window);
        var timeFeatures = TimeStatistics.Names.Count;
        foreach (var group in _series.Groups)
            TimeStatistics.Write(group, _sorted, new FeatureRows(group.Features.AsSpan(0, timeFeatures)));
        var speed = _plan.Speed is { } channel && _series.IsFinite(channel) ? _series.Mean(channel) : (double?)null;
        foreach (var group in _series.Groups)
            ComputeSpectrum(group, speed, new FeatureRows(group.Features.AsSpan(timeFeatures)));
        _products.Compute();

        var features = new FeatureWriter(output);
        WriteChannels(speed is not null, ref features);
        for (var magnitude = _shape.Channels.Count; magnitude < _series.Count; magnitude++)
            Write(magnitude, SeriesFeatures, ref features);
        WriteCorrelations(ref features);
    }

    private void ComputeSpectrum(SeriesGroup group, double? speedHz, FeatureRows features)
    {
        _spectrum.Compute(group.Centred);
        SpectralStatistics.Write(_spectrum, ref features);
        if (speedHz is not { } shaft)
            return;
        OrderSpectrum.Write(_spectrum, shaft, ref features);
        _envelope?.Write(group.Centred, shaft, ref features);
    }

    private void WriteChannels(bool speedKnown, ref FeatureWriter features)
    {
        for (var channel = 0; channel < _shape.Channels.Count; channel++)
        {
            if (_shape.Channels[channel].Role == ChannelRole.Speed)
                Write(channel, TimeStatistics.LevelNames.Count, ref features);
            else if (speedKnown)
                Write(channel, SeriesFeatures + _orderFeatures, ref features);
            else
            {
                Write(channel, SeriesFeatures, ref features);
                features.WriteUnknown(_orderFeatures);
            }
        }
    }

    private void Write(int series, int count, ref FeatureWriter features)
    {
        if (_series.IsFinite(series))
            features.Write(_series.FeaturesOf(series), count);
        else
            features.WriteUnknown(count);
    }

    private void WriteCorrelations(ref FeatureWriter features)
    {
        for (var i = 0; i < _plan.Signals.Length; i++)
        {
            for (var j = i + 1; j < _plan.Signals.Length; j++)
            {
                var (first, second) = (_plan.Signals[i], _plan.Signals[j]);
                if (_series.IsFinite(first) && _series.IsFinite(second))
                    features.Write(CrossChannel.Correlation(_products[first, second], _series.Norm(first), _series.Norm(second)));
                else
                    features.WriteUnknown(1);
            }
        }
    }
}
