using System.Numerics;

namespace EdgeInfer.Core.Features;

/// <summary>
/// Envelope analysis: each signal is band-passed in the frequency domain, its analytic signal's magnitude is the
/// envelope, and the envelope's spectrum shows how often impacts repeat (Randall and Antoni 2011,
/// doi:10.1016/j.ymssp.2010.07.017).
/// </summary>
internal sealed class Envelope
{
    private readonly KeyValuePair<string, double>[] _orders;
    private readonly int _firstBin;
    private readonly int _lastBin;
    private readonly RealFft _forward;
    private readonly ComplexFft _inverse;
    private readonly Spectrum _spectrum;
    private readonly Vector<double>[] _binReal;
    private readonly Vector<double>[] _binImaginary;
    private readonly Vector<double>[] _real;
    private readonly Vector<double>[] _imaginary;
    private readonly Vector<double>[] _envelope;

    public Envelope(EnvelopeBand band, int length, double rateHz)
    {
        var size = Spectrum.TransformSize(length);
        var binHz = rateHz / size;
        _firstBin = Math.Max(1, (int)Math.Ceiling(band.LowHz / binHz));
        _lastBin = Math.Min(size / 2 - 1, (int)Math.Floor(band.HighHz / binHz));
        if (!(band.LowHz >= 0 && band.HighHz <= rateHz / 2 && _firstBin <= _lastBin))
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"no frequency of {length} samples at {rateHz} Hz lies between {band.LowHz} and {band.HighHz} Hz"),
                nameof(band));
        }

        _orders = [.. band.Orders.OrderBy(order => order.Key, StringComparer.Ordinal)];
        _forward = new RealFft(size);
        _inverse = new ComplexFft(size);
        _spectrum = new Spectrum(length, rateHz);
        _binReal = new Vector<double>[size / 2 + 1];
        _binImaginary = new Vector<double>[size / 2 + 1];
        _real = new Vector<double>[size];
        _imaginary = new Vector<double>[size];
        _envelope = new Vector<double>[length];
    }

    /// <summary>Three harmonics of each order, by the order's name.</summary>
    public static IReadOnlyList<string> NamesOf(EnvelopeBand band) =>
    [
        .. band.Orders.Keys.Order(StringComparer.Ordinal)
            .SelectMany(name => Enumerable.Range(1, OrderSpectrum.Harmonics).Select(n => $"envelope_{name}_{n}")),
    ];

    /// <summary>Writes the envelope's amplitude at each harmonic, over the mean of its whole spectrum; 0 without one.</summary>
    /// <param name="centred">The signals less their means.</param>
    public void Write(ReadOnlySpan<Vector<double>> centred, double speedHz, ref FeatureRows features)
    {
        Demodulate(centred);
        _spectrum.Compute(_envelope);
        var level = Vector<double>.Zero;
        for (var bin = 1; bin <= _spectrum.LastBin; bin++)
            level += _spectrum.Amplitude(bin);
        level /= _spectrum.LastBin;
        var heard = Vector.GreaterThan(level, Vector<double>.Zero);

        foreach (var (_, order) in _orders)
        {
            for (var harmonic = 1; harmonic <= OrderSpectrum.Harmonics; harmonic++)
            {
                var amplitude = OrderSpectrum.AmplitudeNear(_spectrum, harmonic * order * speedHz);
                features.Write(Vector.ConditionalSelect(heard, amplitude / level, Vector<double>.Zero));
            }
        }
    }

    private void Demodulate(ReadOnlySpan<Vector<double>> centred)
    {
        _forward.Forward(centred, _binReal, _binImaginary);
        _real.AsSpan().Clear();
        _imaginary.AsSpan().Clear();
        for (var bin = _firstBin; bin <= _lastBin; bin++)
        {
            var place = _inverse.Places[bin];
            (_real[place], _imaginary[place]) = (_binReal[bin], _binImaginary[bin]);
        }

        _inverse.Inverse(_real, _imaginary);
        var sum = Vector<double>.Zero;
        for (var i = 0; i < _envelope.Length; i++)
        {
            _envelope[i] = Vector.SquareRoot(_real[i] * _real[i] + _imaginary[i] * _imaginary[i]);
            sum += _envelope[i];
        }

        var mean = sum / _envelope.Length;
        for (var i = 0; i < _envelope.Length; i++)
            _envelope[i] -= mean;
    }
}
