namespace EdgeInfer.Core.Features;

/// <summary>
/// Logarithm and cosine from additions, multiplications and divisions alone. The C library's differ in the last bit
/// between processors with and without fused multiply-add; these are the same everywhere.
/// </summary>
internal static class PortableMath
{
    private const double Ln2 = 0.693147180559945309417;
    private const double Sqrt2 = 1.41421356237309504880;
    private const double QuarterPi = 0.785398163397448309616;
    private const int FractionBits = 52;
    private const int ExponentBias = 1023;
    private const long FractionMask = (1L << FractionBits) - 1;

    /// <summary>Natural logarithm of a normal positive number, within 2 units in the last place of its largest term.</summary>
    public static double Log(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> FractionBits) - ExponentBias;
        var mantissa = BitConverter.Int64BitsToDouble((bits & FractionMask) | ((long)ExponentBias << FractionBits));
        if (mantissa > Sqrt2)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln m = 2 artanh((m - 1) / (m + 1)); the argument is below 0.172, so eleven terms reach 1e-17.
        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var series = 0.0;
        for (var odd = 21; odd >= 1; odd -= 2)
            series = series * square + 1.0 / odd;
        return exponent * Ln2 + 2 * s * series;
    }

    /// <summary>cos(2 pi numerator / denominator).</summary>
    public static double CosineOfTurns(long numerator, long denominator)
    {
        // In eighths of a turn, folded into the first quarter on integers, where folding is exact.
        var eighths = Math.Abs(numerator) % denominator * 8;
        if (eighths > 4 * denominator)
            eighths = 8 * denominator - eighths;
        var sign = 1.0;
        if (eighths > 2 * denominator)
        {
            eighths = 4 * denominator - eighths;
            sign = -1;
        }

        return sign * (eighths <= denominator
            ? CosineSeries(QuarterPi * eighths / denominator)
            : SineSeries(QuarterPi * (2 * denominator - eighths) / denominator));
    }

    /// <summary>sin(2 pi numerator / denominator).</summary>
    public static double SineOfTurns(long numerator, long denominator) =>
        CosineOfTurns(4 * numerator - denominator, 4 * denominator);

    private static double CosineSeries(double angle)
    {
        var square = angle * angle;
        var sum = 1.0;
        for (var n = 18; n >= 2; n -= 2)
            sum = 1 - square / (n * (n - 1)) * sum;
        return sum;
    }

    private static double SineSeries(double angle)
    {
        var square = angle * angle;
        var sum = 1.0;
        for (var n = 19; n >= 3; n -= 2)
            sum = 1 - square / (n * (n - 1)) * sum;
        return angle * sum;
    }
}
