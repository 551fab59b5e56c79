using System.Globalization;
using EdgeInfer.Recordings.Csv;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Reads a timestamp column as whole nanoseconds, without the rounding of floating point.</summary>
internal sealed class TimeColumn(int column, string unit)
{
    // 9.2e18 ns, the reach of a long, is the year 2262.
    private const decimal MaxNanoseconds = 9.2e18m;

    private readonly long _factor = FactorOf(unit);

    public static long FactorOf(string unit) => unit switch
    {
        "s" => 1_000_000_000,
        "ms" => 1_000_000,
        "us" => 1_000,
        "ns" => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "not s, ms, us or ns"),
    };

    public long Nanoseconds(CsvFile csv)
    {
        var field = csv.Field(column);
        if (!decimal.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            throw csv.Invalid(column, field.IsEmpty ? "is empty" : $"'{CsvFile.Shown(field)}' is not a number");
        if (Math.Abs(value) > MaxNanoseconds / _factor)
            throw csv.Invalid(column, $"'{CsvFile.Shown(field)}' {unit} is beyond the year 2262: is the unit right?");
        return (long)decimal.Round(value * _factor);
    }
}
