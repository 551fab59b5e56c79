using System.Numerics;
using EdgeInfer.Core.Numerics;

namespace EdgeInfer.Core.Features;

/// <summary>Radix-2 Fourier transforms in place, decimation in time (Cooley and Tukey 1965), unscaled, one a lane.</summary>
internal sealed class ComplexFft
{
    private readonly double[] _cosine;
    private readonly double[] _sine;
    private readonly int[] _places;

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

        _places = new int[size];
        for (var i = 1; i < size; i++)
            _places[i] = (_places[i >> 1] >> 1) | ((i & 1) * size / 2);
    }

    public int Size { get; }

    /// <summary>Where value n has to be before a transform: at n with its bits reversed. Results are in order.</summary>
    public ReadOnlySpan<int> Places => _places;

    /// <summary>X[k] = sum of x[n] exp(-2 pi i k n / size), where x[n] is given at Places[n].</summary>
    public void Forward(Span<Vector<double>> real, Span<Vector<double>> imaginary)
    {
        if (Size >= 4)
            Quarters(real[..Size], imaginary[..Size]);
        else if (Size == 2)
            Butterflies(real[..2], imaginary[..2], 1, 1);

        for (var half = 4; half < Size; half *= 2)
        {
            var step = Size / (2 * half);
            for (var start = 0; start < Size; start += 2 * half)
                Butterflies(real.Slice(start, 2 * half), imaginary.Slice(start, 2 * half), half, step);
        }
    }

    /// <summary>The inverse times size: swapping both parts turns one transform into the other.</summary>
    public void Inverse(Span<Vector<double>> real, Span<Vector<double>> imaginary) => Forward(imaginary, real);

    /// <summary>The first two rounds at once: their turns are by quarters, which multiply nothing.</summary>
    private static void Quarters(Span<Vector<double>> real, Span<Vector<double>> imaginary)
    {
        for (var i = 0; i <= real.Length - 4; i += 4)
        {
            var r = real.Slice(i, 4);
            var m = imaginary.Slice(i, 4);
            var (evenReal, evenImaginary) = (r[0] + r[1], m[0] + m[1]);
            var (lowReal, lowImaginary) = (r[0] - r[1], m[0] - m[1]);
            var (oddReal, oddImaginary) = (r[2] + r[3], m[2] + m[3]);
            var (highReal, highImaginary) = (r[2] - r[3], m[2] - m[3]);
            (r[0], m[0]) = (evenReal + oddReal, evenImaginary + oddImaginary);
            (r[1], m[1]) = (lowReal + highImaginary, lowImaginary - highReal);
            (r[2], m[2]) = (evenReal - oddReal, evenImaginary - oddImaginary);
            (r[3], m[3]) = (lowReal - highImaginary, lowImaginary + highReal);
        }
    }

    private void Butterflies(Span<Vector<double>> real, Span<Vector<double>> imaginary, int half, int step)
    {
        var lowReal = real[..half];
        var highReal = real.Slice(half, half);
        var lowImaginary = imaginary[..half];
        var highImaginary = imaginary.Slice(half, half);
        for (var k = 0; k < lowReal.Length; k++)
        {
            var (cosine, sine) = (new Vector<double>(_cosine[k * step]), new Vector<double>(_sine[k * step]));
            var (oddReal, oddImaginary) = (highReal[k], highImaginary[k]);
            var turnedReal = oddReal * cosine + oddImaginary * sine;
            var turnedImaginary = oddImaginary * cosine - oddReal * sine;
            highReal[k] = lowReal[k] - turnedReal;
            highImaginary[k] = lowImaginary[k] - turnedImaginary;
            lowReal[k] += turnedReal;
            lowImaginary[k] += turnedImaginary;
        }
    }
}
