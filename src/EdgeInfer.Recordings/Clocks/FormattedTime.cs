using System.Globalization;

namespace EdgeInfer.Recordings.Clocks;

/// <summary>Dates and times of a stated format, as .NET's custom format strings write it.</summary>
internal static class FormattedTime
{
    /// <summary>What is wrong with a format, or null.</summary>
    public static string? Fault(string format)
    {
        var letters = Letters(format);
        var date = letters.Intersect("yMd").Count();
        if (date is not (0 or 3))
            return "has a part of the date only: it needs year (yyyy), month (MM) and day (dd), or none of them";
        if (letters.Contains('h') && !letters.Contains('t'))
            return "hh counts to 12 and needs tt (AM or PM); HH counts to 24";
        if (date == 0 && !letters.Overlaps("Hh"))
            return "has neither a date nor hours (HH)";
        try
        {
            var text = new DateTime(2026, 11, 28, 23, 45, 56, DateTimeKind.Utc).ToString(format, CultureInfo.InvariantCulture);
            return TryParse(text, format, out _) ? null : "cannot be read back: a part stands twice or contradicts another";
        }
        catch (FormatException)
        {
            return "is not a custom .NET format of date and time";
        }
    }

    public static bool TryParse(ReadOnlySpan<char> text, string format, out WrittenTime time)
    {
        time = default;
        // An offset in the text makes the result UTC; without one its kind stays unspecified. No date gives the year 1.
        const DateTimeStyles styles = DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault;
        if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, styles, out var read))
            return false;
        var ticks = read.Year == 1 ? read.Ticks : read.Ticks - DateTime.UnixEpoch.Ticks;
        if (Math.Abs(ticks) > long.MaxValue / TimeSpan.NanosecondsPerTick)
            return false;
        time = new WrittenTime(ticks * TimeSpan.NanosecondsPerTick, read.Kind == DateTimeKind.Utc ? 0 : null);
        return true;
    }

    /// <summary>Letters that stand for a part, without those in quotes or behind a backslash.</summary>
    private static HashSet<char> Letters(string format)
    {
        var letters = new HashSet<char>();
        var quote = '\0';
        for (var i = 0; i < format.Length; i++)
        {
            var letter = format[i];
            if (quote != '\0')
                quote = letter == quote ? '\0' : quote;
            else if (letter is '\'' or '"')
                quote = letter;
            else if (letter == '\\')
                i++;
            else
                letters.Add(letter);
        }

        return letters;
    }
}
