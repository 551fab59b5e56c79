using System.Numerics;

namespace EdgeInfer.Core.Features;

/// <summary>Radix-2 Fourier transform in place, decimation in time (Cooley and Tukey 1965), unscaled.</summary>
internal sealed class ComplexFft
{
    private readonly double[] _cosine;
    private readonly double[] _sine;
    private readonly int[] _reversed;

    /// <param name="size">A power of two.</param>
    public ComplexFft(int size)
    {
        if (!BitOperations.IsPow2(size))
            throw new ArgumentOutOfRangeException(nameof(size), size, "not a power of two");

        Size = size;
        _cosine = new double[size / 2];
        _sine = new double[size / 2];
        for (var k = 0; k < size / 2; k++)
        {
            _cosine[k] = PortableMath.CosineOfTurns(k, size);
            _sine[k] = PortableMath.SineOfTurns(k, size);
        }

        _reversed = new int[size];
        for (var i = 1; i < size; i++)
            _reversed[i] = (_reversed[i >> 1] >> 1) | ((i & 1) * size / 2);
    }

    public int Size { get; }

    /// <summary>X[k] = sum of x[n] exp(-2 pi i k n / size).</summary>
    public void Forward(Span<double> real, Span<double> imaginary)
    {
        for (var i = 0; i < Size; i++)
        {
            var j = _reversed[i];
            if (j <= i)
                continue;
            (real[i], real[j]) = (real[j], real[i]);
            (imaginary[i], imaginary[j]) = (imaginary[j], imaginary[i]);
        }

        for (var half = 1; half < Size; half *= 2)
        {
            var step = Size / (2 * half);
            for (var start = 0; start < Size; start += 2 * half)
                Butterflies(real.Slice(start, 2 * half), imaginary.Slice(start, 2 * half), half, step);
        }
    }

    /// <summary>The inverse times size: swapping both parts turns one transform into the other.</summary>
    public void Inverse(Span<double> real, Span<double> imaginary) => Forward(imaginary, real);

    private void Butterflies(Span<double> real, Span<double> imaginary, int half, int step)
    {
        for (var k = 0; k < half; k++)
        {
            var (cosine, sine) = (_cosine[k * step], _sine[k * step]);
            var (oddReal, oddImaginary) = (real[k + half], imaginary[k + half]);
            var turnedReal = oddReal * cosine + oddImaginary * sine;
            var turnedImaginary = oddImaginary * cosine - oddReal * sine;
            real[k + half] = real[k] - turnedReal;
            imaginary[k + half] = imaginary[k] - turnedImaginary;
            real[k] += turnedReal;
            imaginary[k] += turnedImaginary;
        }
    }
}
