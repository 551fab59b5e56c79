namespace EdgeInfer.Core.Features;

/// <summary>Fourier transform of a real signal through a complex one of half the size.</summary>
internal sealed class RealFft
{
    private readonly ComplexFft _half;
    private readonly double[] _cosine;
    private readonly double[] _sine;
    private readonly double[] _real;
    private readonly double[] _imaginary;

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

        _real = new double[size / 2];
        _imaginary = new double[size / 2];
    }

    public int Size { get; }

    /// <param name="signal">At most <see cref="Size"/> values; the rest counts as zero.</param>
    /// <param name="real">Receives bins 0 to Size / 2.</param>
    /// <param name="imaginary">Receives bins 0 to Size / 2.</param>
    public void Forward(ReadOnlySpan<double> signal, Span<double> real, Span<double> imaginary)
    {
        var half = Size / 2;
        for (var n = 0; n < half; n++)
        {
            _real[n] = 2 * n < signal.Length ? signal[2 * n] : 0;
            _imaginary[n] = 2 * n + 1 < signal.Length ? signal[2 * n + 1] : 0;
        }

        _half.Forward(_real, _imaginary);
        for (var k = 0; k <= half; k++)
        {
            var (forward, backward) = (k & (half - 1), (half - k) & (half - 1));
            var evenReal = (_real[forward] + _real[backward]) / 2;
            var evenImaginary = (_imaginary[forward] - _imaginary[backward]) / 2;
            var oddReal = (_imaginary[forward] + _imaginary[backward]) / 2;
            var oddImaginary = (_real[backward] - _real[forward]) / 2;
            real[k] = evenReal + oddReal * _cosine[k] + oddImaginary * _sine[k];
            imaginary[k] = evenImaginary + oddImaginary * _cosine[k] - oddReal * _sine[k];
        }
    }
}
