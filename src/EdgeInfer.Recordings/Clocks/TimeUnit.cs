namespace EdgeInfer.Recordings.Clocks;

/// <summary>The units that a timestamp may have.</summary>
internal static class TimeUnit
{
    public const string Days = "days";
    public const string Iso = "iso8601";
    public const string DateTime = "date-time";

    public const long NanosecondsPerSecond = 1_000_000_000;
    public const long NanosecondsPerHour = 3600 * NanosecondsPerSecond;
    public const long NanosecondsPerDay = 24 * NanosecondsPerHour;

    public static IReadOnlyList<string> Names { get; } = ["s", "ms", "us", "ns", Days, Iso, DateTime];

    /// <summary>The power of ten of <see cref="NanosecondsOf"/>; null where it is none.</summary>
    public static int? PowerOfTen(string unit) => unit switch
    {
        "s" => 9,
        "ms" => 6,
        "us" => 3,
        "ns" => 0,
        _ => null,
    };

    public static bool IsText(string unit) => unit is Iso or DateTime;

    /// <summary>Nanoseconds of one of a unit of numbers.</summary>
    public static long NanosecondsOf(string unit) => unit switch
    {
        "s" => NanosecondsPerSecond,
        "ms" => 1_000_000,
        "us" => 1_000,
        "ns" => 1,
        Days => NanosecondsPerDay,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "not s, ms, us, ns or days"),
    };
}
