using System.Globalization;

namespace EdgeInfer.Recordings.Text;

/// <summary>
/// Reads numbers from bytes, to the bits that the runtime's own parser gives. A decimal of few digits takes a shorter way:
/// where digits and power of ten are both exact as doubles, one operation rounds once (Clinger, PLDI 1990).
/// </summary>
internal static class NumberText
{
    /// <summary>The largest power of ten that a double holds exactly.</summary>
    private const int MaxExactPower = 22;

    private const ulong MaxExactDigits = 1UL << 53;
    private const ulong BitsBelowFloat = 0x1FFF_FFFF;
    private const ulong HalfOfFloat = 0x1000_0000;
    private const double SmallestNormalFloat = 1.17549435e-38;

    private static readonly double[] Powers = [.. Enumerable.Range(0, MaxExactPower + 1).Select(power => Math.Pow(10, power))];

    /// <summary>A finite float; <paramref name="mark"/> is the decimal mark.</summary>
    public static bool TryFloat(ReadOnlySpan<byte> field, byte mark, out float value)
    {
        if (TryExact(field, mark, out var exact))
        {
            value = (float)exact;
            var magnitude = Math.Abs(exact);
            // Rounded twice, a number that the double put on the middle of two floats could end on the wrong one.
            var middle = (BitConverter.DoubleToUInt64Bits(exact) & BitsBelowFloat) == HalfOfFloat;
            if (!middle && magnitude is 0 or (>= SmallestNormalFloat and < float.MaxValue))
                return true;
        }

        Span<byte> copy = stackalloc byte[TextLimits.MaxFieldLength];
        return float.TryParse(WithPoint(field, mark, copy), NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && float.IsFinite(value);
    }

    /// <summary>A finite double; <paramref name="mark"/> is the decimal mark.</summary>
    public static bool TryDouble(ReadOnlySpan<byte> field, byte mark, out double value)
    {
        if (TryExact(field, mark, out value))
            return true;
        Span<byte> copy = stackalloc byte[TextLimits.MaxFieldLength];
        return double.TryParse(WithPoint(field, mark, copy), NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    /// <summary>
    /// The number times 10^<paramref name="power"/> as a whole number, half rounded to even, without floating point. False where
    /// it is no number of at most 19 digits, or does not fit.
    /// </summary>
    public static bool TryScaled(ReadOnlySpan<byte> field, byte mark, int power, out long value)
    {
        value = 0;
        if (!PlainDecimal.TryParse(field, mark, out var plain))
            return false;
        var shift = plain.Exponent + power;
        if (shift is < -19 or > 18)
            return false;
        var factor = PlainDecimal.PowerOfTen(Math.Abs(shift));
        if (shift >= 0)
        {
            if (plain.Digits > long.MaxValue / factor)
                return false;
            value = (long)(plain.Digits * factor);
        }
        else
        {
            var (whole, rest) = Math.DivRem(plain.Digits, factor);
            var up = rest > factor - rest || (rest == factor - rest && (whole & 1) == 1);
            value = (long)(whole + (up ? 1UL : 0));
        }

        value = plain.Negative ? -value : value;
        return true;
    }

    private static bool TryExact(ReadOnlySpan<byte> field, byte mark, out double value)
    {
        value = 0;
        if (!PlainDecimal.TryParse(field, mark, out var plain)
            || plain.Digits > MaxExactDigits || plain.Exponent is < -MaxExactPower or > MaxExactPower)
        {
            return false;
        }

        value = plain.Exponent < 0 ? plain.Digits / Powers[-plain.Exponent] : plain.Digits * Powers[plain.Exponent];
        value = plain.Negative ? -value : value;
        return true;
    }

    /// <summary>
    /// As the runtime reads it. Empty where the mark is a comma and the field holds a point, which is no part of a number there.
    /// </summary>
    /// <param name="field">At most as long as <paramref name="copy"/>.</param>
    /// <param name="mark">Decimal mark.</param>
    /// <param name="copy">Where the result may stand.</param>
    public static ReadOnlySpan<byte> WithPoint(ReadOnlySpan<byte> field, byte mark, Span<byte> copy)
    {
        if (mark == '.')
            return field;
        if (field.Contains((byte)'.'))
            return [];
        field.Replace(copy, mark, (byte)'.');
        return copy[..field.Length];
    }
}
