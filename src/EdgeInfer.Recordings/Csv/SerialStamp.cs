using System.Buffers.Text;
using EdgeInfer.Recordings.Text;

namespace EdgeInfer.Recordings.Csv;

/// <summary>
/// The time that the serial monitor of the Arduino IDE puts before each line where 'Show timestamp' is on:
/// <c>12:01:02.345 -> 0.1,0.2</c> (Arduino IDE 1.8.13 and 2, Serial Monitor). It becomes seconds since midnight of the first day, so
/// that it goes on rising at night.
/// </summary>
internal sealed class SerialStamp
{
    public const string Column = "time";
    public const string Unit = "s";

    private const int SecondsOfDay = 86_400;
    private const int MinLength = 8;

    private int _days;
    private int _last;

    /// <summary>Finds where the text behind the arrow begins; 0 where the line has no stamp.</summary>
    public static int Length(ReadOnlySpan<byte> line)
    {
        if (line.Length < MinLength || !TryTime(line, out _, out var fraction))
            return 0;
        var rest = line[(MinLength + fraction)..];
        var arrow = rest.TrimStart((byte)' ');
        return arrow.StartsWith("->"u8) ? line.Length - arrow[2..].TrimStart((byte)' ').Length : 0;
    }

    /// <summary>
    /// Writes seconds and a delimiter over the stamp, and returns where the row now begins; -1 where the line has no stamp.
    /// </summary>
    public int Replace(Span<byte> line, TextForm form)
    {
        var length = Length(line);
        if (length == 0 || !TryTime(line, out var seconds, out var fraction))
            return -1;
        // Midnight, not a clock that was set back by a little.
        if (seconds < _last - SecondsOfDay / 2)
            _days++;
        _last = seconds;
        Span<byte> text = stackalloc byte[TextLimits.MaxFieldLength];
        Utf8Formatter.TryFormat((long)_days * SecondsOfDay + seconds, text, out var written);
        line.Slice(MinLength, fraction).CopyTo(text[written..]);
        if (fraction > 0)
            text[written] = (byte)form.DecimalMark;
        written += fraction;
        text[written++] = (byte)form.Delimiter;
        var begin = length - written;
        text[..written].CopyTo(line[begin..]);
        return begin;
    }

    private static bool TryTime(ReadOnlySpan<byte> line, out int seconds, out int fraction)
    {
        (seconds, fraction) = (0, 0);
        if (line[2] != ':' || line[5] != ':' || !TryTwo(line, 0, out var hour) || !TryTwo(line, 3, out var minute)
            || !TryTwo(line, 6, out var second))
        {
            return false;
        }

        seconds = (hour * 60 + minute) * 60 + second;
        if (line.Length > MinLength && line[MinLength] is (byte)'.' or (byte)',')
        {
            fraction = 1;
            while (MinLength + fraction < line.Length && line[MinLength + fraction] is >= (byte)'0' and <= (byte)'9')
                fraction++;
        }

        return fraction is not 1 && fraction < 12;
    }

    private static bool TryTwo(ReadOnlySpan<byte> line, int at, out int value)
    {
        value = (line[at] - '0') * 10 + line[at + 1] - '0';
        return line[at] is >= (byte)'0' and <= (byte)'9' && line[at + 1] is >= (byte)'0' and <= (byte)'9';
    }
}
