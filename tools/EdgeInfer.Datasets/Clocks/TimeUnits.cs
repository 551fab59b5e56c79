using System.Text.RegularExpressions;
using EdgeInfer.Datasets.Surveying;

namespace EdgeInfer.Datasets.Clocks;

/// <summary>Finds the unit of a column of times: by its header, by its size as time since 1970, or by the rate that it would
/// give.</summary>
internal static partial class TimeUnits
{
    /// <summary>Plausible rates of people's sensors count fully, those at the edge less, others hardly.</summary>
    private static readonly (double LowHz, double HighHz, double Weight)[] Rates = [(5, 1000, 1), (1, 20_000, 0.3), (1e-7, 1e6, 0.01)];

    private static readonly (string Unit, double Seconds)[] All = [("s", 1), ("ms", 1e-3), ("us", 1e-6), ("ns", 1e-9)];

    public static double SecondsOf(string unit) => unit == "days" ? 86_400 : All.First(each => each.Unit == unit).Seconds;

    /// <summary>The unit that a text names; null where it names none.</summary>
    public static string? Named(string text) => text.Trim().ToLowerInvariant() switch
    {
        "s" or "sec" or "secs" or "second" or "seconds" => "s",
        "ms" or "msec" or "millis" or "millisecond" or "milliseconds" => "ms",
        "us" or "µs" or "μs" or "usec" or "micros" or "microsecond" or "microseconds" => "us",
        "ns" or "nsec" or "nanos" or "nanosecond" or "nanoseconds" => "ns",
        "day" or "days" => "days",
        _ => null,
    };

    /// <summary>The unit that the header or a row of units states; null where neither does.</summary>
    public static string? Stated(ColumnSurvey column) =>
        (column.Unit is { } unit ? Named(unit) : null)
        ?? Words().Matches(column.Name).Select(word => Named(word.Value)).LastOrDefault(named => named is not null)
        // Movella's sensors name their clock so; it counts microseconds.
        ?? (column.Name.Equals("SampleTimeFine", StringComparison.OrdinalIgnoreCase) ? "us" : null);

    /// <summary>Whether the header says that the clock counts minutes or hours.</summary>
    public static bool IsLonger(ColumnSurvey column) =>
        LongerUnit().IsMatch(column.Name) || (column.Unit is { } unit && LongerUnit().IsMatch(unit));

    /// <summary>Units by how well they fit the numbers, best first; their weights say how sure that is.</summary>
    /// <param name="column">A numeric column.</param>
    /// <param name="step">Usual step of it, in its own unit.</param>
    public static IReadOnlyList<(string Unit, double Weight)> Guesses(ColumnSurvey column, double step)
    {
        // 1e9 s after 1970 is 2001, 1e10 s 2286.
        foreach (var (unit, seconds) in All)
        {
            if (column.Smallest * seconds is >= 1e9 and < 1e10)
                return [(unit, 1)];
        }

        // Days since 1900, as spreadsheets count: 1982 to 2064, with the time of day as a fraction.
        if (column.Smallest is > 30_000 and < 60_000 && !column.IsWhole && step < 0.5)
            return [("days", 1)];
        return
        [
            .. All.Select(each => (each.Unit, Weight: WeightOf(1 / (step * each.Seconds)) * HabitOf(each.Unit, column.IsWhole)))
                .OrderByDescending(guess => guess.Weight),
        ];
    }

    private static double WeightOf(double rateHz) => Rates.FirstOrDefault(range => rateHz >= range.LowHz && rateHz <= range.HighHz).Weight;

    /// <summary>Programs write whole milliseconds and fractions of a second more often than anything else.</summary>
    private static double HabitOf(string unit, bool isWhole) => (unit, isWhole) switch
    {
        ("ms", true) or ("s", false) => 3,
        _ => 1,
    };

    [GeneratedRegex(@"(^|[ _(\[])(min|mins|minutes?|h|hrs?|hours?)([)\]]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex LongerUnit();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();
}
