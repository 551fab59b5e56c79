using System.Numerics;

namespace EdgeInfer.Core.Features;

/// <summary>Features that need several channels at once.</summary>
internal static class CrossChannel
{
    /// <summary>Pearson's correlation, -1 to 1; 0 where either series is constant.</summary>
    /// <param name="product">Sum of the products of two series less their means.</param>
    /// <param name="firstNorm">Root of the sum of the first one's squares.</param>
    /// <param name="secondNorm">The same of the second.</param>
    public static double Correlation(double product, double firstNorm, double secondNorm)
    {
        var scale = firstNorm * secondNorm;
        return scale > 0 ? Math.Clamp(product / scale, -1, 1) : 0;
    }

    /// <summary>Length of the vector (x, y, z) at each time; all spans are of one length, a multiple of the lanes.</summary>
    public static void Magnitude(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, Span<double> magnitude)
    {
        for (var i = 0; i < magnitude.Length; i += Vector<double>.Count)
        {
            var (a, b, c) = (new Vector<double>(x[i..]), new Vector<double>(y[i..]), new Vector<double>(z[i..]));
            Vector.SquareRoot(a * a + b * b + c * c).CopyTo(magnitude[i..]);
        }
    }
}
