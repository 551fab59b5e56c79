namespace EdgeInfer.Core.Features;

/// <summary>Features that need several channels at once.</summary>
internal static class CrossChannel
{
    /// <summary>Pearson's correlation, -1 to 1; 0 where either series is constant.</summary>
    /// <param name="first">A series less its mean.</param>
    /// <param name="second">Another of the same length, less its mean.</param>
    public static double Correlation(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var (product, firstSquares, secondSquares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < first.Length; i++)
        {
            product += first[i] * second[i];
            firstSquares += first[i] * first[i];
            secondSquares += second[i] * second[i];
        }

        var scale = Math.Sqrt(firstSquares) * Math.Sqrt(secondSquares);
        return scale > 0 ? Math.Clamp(product / scale, -1, 1) : 0;
    }

    public static void Magnitude(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, Span<double> magnitude)
    {
        for (var i = 0; i < magnitude.Length; i++)
            magnitude[i] = Math.Sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
    }
}
