namespace EdgeInfer.Recordings.Text;

/// <summary>A decimal as it was written: digits times 10^exponent, of at most 19 digits.</summary>
internal readonly record struct PlainDecimal(ulong Digits, int Exponent, bool Negative)
{
    private const int MaxDigits = 19;
    private const int MaxExponent = 999;

    private static readonly ulong[] Powers = MakePowers();

    /// <summary>10^<paramref name="power"/>, for 0 to 19.</summary>
    public static ulong PowerOfTen(int power) => Powers[power];

    /// <summary>
    /// Sign, digits with one decimal mark or none, and an exponent or none. False for all else, also for numbers that have
    /// more digits: other parsers may still read those.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> field, byte mark, out PlainDecimal value)
    {
        value = default;
        var at = 0;
        var negative = false;
        if (field.Length > 0 && field[0] is (byte)'-' or (byte)'+')
            negative = field[at++] == '-';
        var digits = 0UL;
        var first = at;
        at = ReadDigits(field, at, ref digits);
        var count = at - first;
        var fraction = 0;
        if (at < field.Length && field[at] == mark)
        {
            var start = ++at;
            at = ReadDigits(field, at, ref digits);
            fraction = at - start;
            count += fraction;
        }

        if (count is 0 or > MaxDigits)
            return false;
        var exponent = 0;
        if (at < field.Length && !TryExponent(field[at..], out exponent))
            return false;
        value = new PlainDecimal(digits, exponent - fraction, negative);
        return true;
    }

    private static int ReadDigits(ReadOnlySpan<byte> field, int at, ref ulong digits)
    {
        for (; at < field.Length; at++)
        {
            var digit = (uint)field[at] - '0';
            if (digit > 9)
                break;
            digits = digits * 10 + digit;
        }

        return at;
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        if ((text[0] | 0x20) != 'e' || text.Length < 2)
            return false;
        var signed = text[1] is (byte)'-' or (byte)'+';
        var digits = text[(signed ? 2 : 1)..];
        if (digits.IsEmpty)
            return false;
        foreach (var letter in digits)
        {
            var digit = letter - '0';
            if (digit is < 0 or > 9 || exponent > MaxExponent)
                return false;
            exponent = exponent * 10 + digit;
        }

        exponent = text[1] == '-' ? -exponent : exponent;
        return true;
    }

    private static ulong[] MakePowers()
    {
        var powers = new ulong[MaxDigits + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
