using EdgeInfer.Recordings.Csv;

namespace EdgeInfer.Recordings.Clocks;

/// <summary>Reads a column of numbers as whole nanoseconds, without the rounding of floating point.</summary>
internal sealed class NumberClock(int column, string unit) : Clock
{
    // 9.2e18 ns, the reach of a long, is the year 2262.
    private const decimal MaxNanoseconds = LastWhole;
    private const long LastWhole = 9_200_000_000_000_000_000;

    /// <summary>Spreadsheets count days from 1899-12-30; this one is 1970-01-01.</summary>
    private const long SerialDayOf1970 = 25_569;

    private readonly long _factor = TimeUnit.NanosecondsOf(unit);
    private readonly int? _power = TimeUnit.PowerOfTen(unit);
    private readonly long _origin = unit == TimeUnit.Days ? SerialDayOf1970 * TimeUnit.NanosecondsPerDay : 0;

    public override long Read(CsvFile csv)
    {
        if (_power is { } power && csv.TryScaled(column, power, out var whole) && whole is >= -LastWhole and <= LastWhole)
            return whole;
        var field = csv.Field(column);
        if (!csv.TryDecimal(column, out var value))
            throw csv.Invalid(column, field.IsEmpty ? "is empty" : $"'{CsvFile.Shown(field)}' is not a number");
        if (Math.Abs(value) > MaxNanoseconds / _factor)
            throw csv.Invalid(column, $"'{CsvFile.Shown(field)}' {unit} is beyond the year 2262: is the unit right?");
        return (long)decimal.Round(value * _factor) - _origin;
    }
}
