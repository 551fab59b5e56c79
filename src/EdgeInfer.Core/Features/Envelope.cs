namespace EdgeInfer.Core.Features;

/// <summary>
/// Envelope analysis: the signal is band-passed in the frequency domain, its analytic signal's magnitude is the
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
    private readonly double[] _real;
    private readonly double[] _imaginary;
    private readonly double[] _envelope;

    public Envelope(EnvelopeBand band, int length, double rateHz)
    {
        var size = Spectrum.TransformSize(length);
        var binHz = rateHz / size;
        _firstBin = Math.Max(1, (int)Math.Ceiling(band.LowHz / binHz));
        _lastBin = Math.Min(size / 2 - 1, (int)Math.Floor(band.HighHz / binHz));
        if (!(band.LowHz >= 0 && band.HighHz <= rateHz / 2 && _firstBin <= _lastBin))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"no frequency of {length} samples at {rateHz} Hz lies between {band.LowHz} and {band.HighHz} Hz"),
                nameof(band));
        }

        _orders = [.. band.Orders.OrderBy(order => order.Key, StringComparer.Ordinal)];
        _forward = new RealFft(size);
        _inverse = new ComplexFft(size);
        _spectrum = new Spectrum(length, rateHz);
        _real = new double[size];
        _imaginary = new double[size];
        _envelope = new double[length];
    }

    /// <summary>Three harmonics of each order, by the order's name.</summary>
    public static IReadOnlyList<string> NamesOf(EnvelopeBand band) =>
    [
        .. band.Orders.Keys.Order(StringComparer.Ordinal)
            .SelectMany(name => Enumerable.Range(1, OrderSpectrum.Harmonics).Select(n => $"envelope_{name}_{n}")),
    ];

    /// <summary>Writes the envelope's amplitude at each harmonic, over the mean of its whole spectrum; 0 without one.</summary>
    /// <param name="centred">The signal less its mean.</param>
    public void Write(ReadOnlySpan<double> centred, double speedHz, ref FeatureWriter features)
    {
        Demodulate(centred);
        _spectrum.Compute(_envelope);
        var level = 0.0;
        for (var bin = 1; bin <= _spectrum.LastBin; bin++)
            level += _spectrum.Amplitude(bin);
        level /= _spectrum.LastBin;

        foreach (var (_, order) in _orders)
        {
            for (var harmonic = 1; harmonic <= OrderSpectrum.Harmonics; harmonic++)
            {
                var amplitude = OrderSpectrum.AmplitudeNear(_spectrum, harmonic * order * speedHz);
                features.Write(level > 0 ? amplitude / level : 0);
            }
        }
    }

    private void Demodulate(ReadOnlySpan<double> centred)
    {
        _forward.Forward(centred, _real, _imaginary);
        _real.AsSpan(0, _firstBin).Clear();
        _real.AsSpan(_lastBin + 1).Clear();
        _imaginary.AsSpan(0, _firstBin).Clear();
        _imaginary.AsSpan(_lastBin + 1).Clear();
        _inverse.Inverse(_real, _imaginary);

        var sum = 0.0;
        for (var i = 0; i < _envelope.Length; i++)
        {
            _envelope[i] = Math.Sqrt(_real[i] * _real[i] + _imaginary[i] * _imaginary[i]);
            sum += _envelope[i];
        }

        var mean = sum / _envelope.Length;
        for (var i = 0; i < _envelope.Length; i++)
            _envelope[i] -= mean;
    }
}
