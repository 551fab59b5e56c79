using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Text;

namespace EdgeInfer.Recordings.Clocks;

/// <summary>Reads dates and times as text, in one column or in two.</summary>
/// <param name="format">Custom .NET format; ISO 8601 where null.</param>
/// <param name="zone">IANA name of the time zone of text without offset; null where none is known.</param>
/// <param name="column">Column of the text, or of the date.</param>
/// <param name="timeColumn">Column of the time of day where it is another one.</param>
/// <param name="path">File, for errors.</param>
internal sealed class TextClock(string? format, string? zone, int column, int? timeColumn, string path) : Clock
{
    private readonly LocalTime? _local = zone is null ? null : new LocalTime(zone, path);
    private readonly char[] _joined = new char[2 * TextLimits.MaxFieldLength + 1];
    private bool? _statesOffset;

    public override long Read(CsvFile csv)
    {
        var text = Text(csv);
        if (text.IsEmpty)
            throw csv.Invalid(column, "is empty");
        var written = Parse(csv, text);
        RequireSameForm(csv, text, written);
        if (written.OffsetNanoseconds is { } offset)
            return written.Nanoseconds - offset;
        if (_local?.Gap(written.Nanoseconds) is { } gap)
            throw csv.Invalid(column, $"'{CsvFile.Shown(text)}' {gap}");
        return written.Nanoseconds;
    }

    public override void Settle(Span<long> times, ReadOnlySpan<int> lines)
    {
        if (_statesOffset == true)
            return;
        if (_local is not null)
            _local.ToUtc(times);
        else
            DaylightJump.Refuse(times, lines, path);
    }

    private WrittenTime Parse(CsvFile csv, ReadOnlySpan<char> text)
    {
        if (format is null)
        {
            return IsoTime.TryParse(text, out var written)
                ? written
                : throw csv.Invalid(column, $"'{CsvFile.Shown(text)}' is not a time as ISO 8601 writes it (2026-03-29T01:59:59.5Z)");
        }

        return FormattedTime.TryParse(text, format, out var formatted)
            ? formatted
            : throw csv.Invalid(column, $"'{CsvFile.Shown(text)}' is not of the format '{format}'");
    }

    private void RequireSameForm(CsvFile csv, ReadOnlySpan<char> text, WrittenTime written)
    {
        var states = written.OffsetNanoseconds is not null;
        if (states && _local is not null)
            throw csv.Invalid(column, $"'{CsvFile.Shown(text)}' states its offset from UTC: leave timestamp.zone '{zone}' out");
        _statesOffset ??= states;
        if (states != _statesOffset)
        {
            throw csv.Invalid(column, states
                ? $"'{CsvFile.Shown(text)}' states its offset from UTC, but the rows before do not"
                : $"'{CsvFile.Shown(text)}' states no offset from UTC, but the rows before do");
        }
    }

    private ReadOnlySpan<char> Text(CsvFile csv)
    {
        if (timeColumn is not { } second)
            return csv.Field(column);
        var date = csv.Field(column);
        var time = csv.Field(second);
        if (date.IsEmpty || time.IsEmpty)
            throw csv.Invalid(date.IsEmpty ? column : second, "is empty");
        date.CopyTo(_joined);
        _joined[date.Length] = ' ';
        time.CopyTo(_joined.AsSpan(date.Length + 1));
        return _joined.AsSpan(0, date.Length + 1 + time.Length);
    }
}
