using System.Numerics;
using System.Runtime.CompilerServices;

namespace EdgeInfer.Core.Numerics;

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

    /// <summary>2^52, whose last place is one: what is in the fraction's lowest bits is added to it.</summary>
    private const double UnitsBase = 1L << FractionBits;

    /// <summary>The same as of vectors.</summary>
    public static double Log(double value) => Log(new Vector<double>(value))[0];

    /// <summary>
    /// Natural logarithm of normal positive numbers, within 2 units in the last place of its largest term; no meaning
    /// and no fault for others.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Log(Vector<double> value)
    {
        var bits = Vector.AsVectorInt64(value);
        var biased = Vector.ShiftRightLogical(bits, FractionBits) | new Vector<long>(BitConverter.DoubleToInt64Bits(UnitsBase));
        var exponent = Vector.AsVectorDouble(biased) - new Vector<double>(UnitsBase + ExponentBias);
        var mantissa = Vector.AsVectorDouble(
            (bits & new Vector<long>(FractionMask)) | new Vector<long>((long)ExponentBias << FractionBits));
        var large = Vector.GreaterThan(mantissa, new Vector<double>(Sqrt2));
        mantissa = Vector.ConditionalSelect(large, mantissa * 0.5, mantissa);
        exponent = Vector.ConditionalSelect(large, exponent + Vector<double>.One, exponent);

        // ln m = 2 artanh((m - 1) / (m + 1)); the argument is below 0.172, so eleven terms reach 1e-17.
        var s = (mantissa - Vector<double>.One) / (mantissa + Vector<double>.One);
        var square = s * s;
        var series = new Vector<double>(1.0 / 21);
        series = series * square + new Vector<double>(1.0 / 19);
        series = series * square + new Vector<double>(1.0 / 17);
        series = series * square + new Vector<double>(1.0 / 15);
        series = series * square + new Vector<double>(1.0 / 13);
        series = series * square + new Vector<double>(1.0 / 11);
        series = series * square + new Vector<double>(1.0 / 9);
        series = series * square + new Vector<double>(1.0 / 7);
        series = series * square + new Vector<double>(1.0 / 5);
        series = series * square + new Vector<double>(1.0 / 3);
        series = series * square + Vector<double>.One;
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
