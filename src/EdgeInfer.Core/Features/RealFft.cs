using System.Numerics;
using EdgeInfer.Core.Numerics;

namespace EdgeInfer.Core.Features;

/// <summary>Fourier transforms of real signals, one a lane, through complex ones of half the size.</summary>
internal sealed class RealFft
{
    private readonly ComplexFft _half;
    private readonly double[] _cosine;
    private readonly double[] _sine;
    private readonly Vector<double>[] _real;
    private readonly Vector<double>[] _imaginary;

    /// <param name="size">A power of two, at least 2.</param>
    public RealFft(int size)
    {
        _half = new ComplexFft(size / 2);
        Size = size;
        _cosine = new double[size / 2 + 1];
        _sine = new double[size / 2 + 1];
        for (var k = 0; k <= size / 2; k++)
        {
            _cosine[k] = PortableMath.CosineOfTurns(k, size);
            _sine[k] = PortableMath.SineOfTurns(k, size);
        }

        _real = new Vector<double>[size / 2];
        _imaginary = new Vector<double>[size / 2];
    }

    public int Size { get; }

    /// <param name="signal">At most <see cref="Size"/> values; the rest counts as zero.</param>
    /// <param name="real">Receives bins 0 to Size / 2.</param>
    /// <param name="imaginary">Receives bins 0 to Size / 2.</param>
    public void Forward(
        ReadOnlySpan<Vector<double>> signal, Span<Vector<double>> real, Span<Vector<double>> imaginary)
    {
        Load(signal);
        _half.Forward(_real, _imaginary);

        var half = Size / 2;
        for (var k = 0; k <= half / 2; k++)
        {
            // Bins k and half - k come from the same two, with the signs of two parts turned.
            var (forward, backward) = (k, (half - k) & (half - 1));
            var evenReal = (_real[forward] + _real[backward]) * 0.5;
            var evenImaginary = (_imaginary[forward] - _imaginary[backward]) * 0.5;
            var oddReal = (_imaginary[forward] + _imaginary[backward]) * 0.5;
            var oddImaginary = (_real[backward] - _real[forward]) * 0.5;
            real[k] = evenReal + oddReal * _cosine[k] + oddImaginary * _sine[k];
            imaginary[k] = evenImaginary + oddImaginary * _cosine[k] - oddReal * _sine[k];
            real[half - k] = evenReal + oddReal * _cosine[half - k] - oddImaginary * _sine[half - k];
            imaginary[half - k] = -evenImaginary - oddImaginary * _cosine[half - k] - oddReal * _sine[half - k];
        }
    }

    /// <summary>Values of even index become real parts, the others imaginary ones.</summary>
    private void Load(ReadOnlySpan<Vector<double>> signal)
    {
        var places = _half.Places;
        for (var n = 0; n < places.Length; n++)
        {
            _real[places[n]] = 2 * n < signal.Length ? signal[2 * n] : Vector<double>.Zero;
            _imaginary[places[n]] = 2 * n + 1 < signal.Length ? signal[2 * n + 1] : Vector<double>.Zero;
        }
    }
}
