using System.Numerics;
using EdgeInfer.Core.Numerics;

namespace EdgeInfer.Core.Features;

/// <summary>Power spectra of mean-free signals under a periodic Hann window, zero-padded to a power of two.</summary>
internal sealed class Spectrum
{
    /// <summary>Eight bands need at least eight bins above 0 Hz.</summary>
    private const int SmallestTransform = 16;

    private readonly double[] _hann;
    private readonly Vector<double>[] _windowed;
    private readonly RealFft _transform;
    private readonly Vector<double>[] _real;
    private readonly Vector<double>[] _imaginary;
    private readonly Vector<double>[] _power;
    private readonly double _amplitudeScale;
    private readonly double _varianceScale;

    public Spectrum(int length, double rateHz)
    {
        var size = TransformSize(length);
        _hann = new double[length];
        _windowed = new Vector<double>[length];
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < length; i++)
        {
            _hann[i] = 0.5 - 0.5 * PortableMath.CosineOfTurns(i, length);
            sum += _hann[i];
            squares += _hann[i] * _hann[i];
        }

        _transform = new RealFft(size);
        _real = new Vector<double>[size / 2 + 1];
        _imaginary = new Vector<double>[size / 2 + 1];
        _power = new Vector<double>[size / 2 + 1];
        _amplitudeScale = sum > 0 ? 2 / sum : 0;
        _varianceScale = squares > 0 ? 1 / (size * squares) : 0;
        BinHz = rateHz / size;
        ResolutionHz = rateHz / length;
    }

    public double BinHz { get; }

    /// <summary>Inverse of the window's duration: zero-padding makes bins finer, not lines sharper.</summary>
    public double ResolutionHz { get; }

    /// <summary>Index of the bin at half the rate; bins run from 0 to it.</summary>
    public int LastBin => _power.Length - 1;

    /// <summary>Squared magnitudes of the bins.</summary>
    public ReadOnlySpan<Vector<double>> Power => _power;

    public static int TransformSize(int length) =>
        Math.Max(SmallestTransform, (int)BitOperations.RoundUpToPowerOf2((uint)length));

    /// <param name="centred">The signals less their means.</param>
    public void Compute(ReadOnlySpan<Vector<double>> centred)
    {
        for (var i = 0; i < _hann.Length; i++)
            _windowed[i] = centred[i] * _hann[i];
        _transform.Forward(_windowed, _real, _imaginary);
        for (var k = 0; k < _power.Length; k++)
            _power[k] = _real[k] * _real[k] + _imaginary[k] * _imaginary[k];
    }

    /// <summary>Amplitude of a sine that lies on the bin, in the signal's unit.</summary>
    public Vector<double> Amplitude(int bin) => _amplitudeScale * Vector.SquareRoot(_power[bin]);

    /// <summary>Scales a sum of one-sided powers (0 Hz and half the rate left out) to the variance they stand for.</summary>
    public Vector<double> Variance(Vector<double> oneSidedPower) => 2 * _varianceScale * oneSidedPower;
}
