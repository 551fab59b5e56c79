namespace EdgeInfer.Recordings.Clocks;

/// <summary>
/// Dates and times as ISO 8601 writes them in full: <c>2026-03-29T01:59:59.123456789+01:00</c>. A blank may stand for the T; the
/// time, the seconds, their fraction and the offset may be missing.
/// </summary>
internal static class IsoTime
{
    private const int DateLength = 10;
    private const int FractionDigits = 9;
    private const int LastYear = 2261;
    private const int LargestOffsetHours = 18;

    public static bool TryParse(ReadOnlySpan<char> text, out WrittenTime time)
    {
        time = default;
        if (!TryDate(text, out var days))
            return false;
        text = text[DateLength..];
        if (text.IsEmpty)
        {
            time = new WrittenTime(days * TimeUnit.NanosecondsPerDay, null);
            return true;
        }

        if (text[0] is not ('T' or 't' or ' '))
            return false;
        text = text[1..].TrimStart(' ');
        if (!TryClock(ref text, out var nanoseconds) || !TryOffset(text.TrimStart(' '), out var offset))
            return false;
        time = new WrittenTime(days * TimeUnit.NanosecondsPerDay + nanoseconds, offset);
        return true;
    }

    private static bool TryDate(ReadOnlySpan<char> text, out long days)
    {
        days = 0;
        if (text.Length < DateLength || text[4] != '-' || text[7] != '-'
            || !TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..10], out var day)
            || year is < 1 or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        days = new DateOnly(year, month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        return Math.Abs(days) < long.MaxValue / TimeUnit.NanosecondsPerDay - 1;
    }

    private static bool TryClock(ref ReadOnlySpan<char> text, out long nanoseconds)
    {
        nanoseconds = 0;
        if (text.Length < 5 || text[2] != ':' || !TryDigits(text[..2], out var hour) || !TryDigits(text[3..5], out var minute)
            || hour > 23 || minute > 59)
            return false;
        text = text[5..];
        var second = 0;
        if (text.Length >= 3 && text[0] == ':')
        {
            if (!TryDigits(text[1..3], out second) || second > 59)
                return false;
            text = text[3..];
        }

        if (!TryFraction(ref text, out var fraction))
            return false;
        nanoseconds = ((hour * 60L + minute) * 60 + second) * TimeUnit.NanosecondsPerSecond + fraction;
        return true;
    }

    // Digits beyond the ninth round to the nearest nanosecond.
    private static bool TryFraction(ref ReadOnlySpan<char> text, out long nanoseconds)
    {
        nanoseconds = 0;
        if (text.IsEmpty || text[0] is not ('.' or ','))
            return true;
        text = text[1..];
        var digits = text.IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? text.Length : end;
        if (digits == 0)
            return false;
        for (var i = 0; i < FractionDigits; i++)
            nanoseconds = nanoseconds * 10 + (i < digits ? text[i] - '0' : 0);
        if (digits > FractionDigits && text[FractionDigits] >= '5')
            nanoseconds++;
        text = text[digits..];
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out long? nanoseconds)
    {
        nanoseconds = null;
        if (text.IsEmpty)
            return true;
        if (text is "Z" or "z")
        {
            nanoseconds = 0;
            return true;
        }

        if (text[0] is not ('+' or '-'))
            return false;
        var sign = text[0] == '-' ? -1 : 1;
        text = text[1..];
        var minutes = 0;
        if (text.Length is not (2 or 4 or 5) || !TryDigits(text[..2], out var hours)
            || (text.Length == 5 && text[2] != ':') || (text.Length > 2 && !TryDigits(text[^2..], out minutes))
            || hours > LargestOffsetHours || minutes > 59)
            return false;
        nanoseconds = sign * (hours * 60L + minutes) * 60 * TimeUnit.NanosecondsPerSecond;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter))
                return false;
            value = value * 10 + (letter - '0');
        }

        return true;
    }
}
