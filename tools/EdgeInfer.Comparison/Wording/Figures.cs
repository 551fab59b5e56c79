using EdgeInfer.Comparison.Reports;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Wording;

/// <summary>Numbers as people read them; the same in every culture.</summary>
internal static class Figures
{
    private const double MicrosecondsPerMillisecond = 1000;

    public static string Percent(double? share) => share is { } value ? Invariant($"{value * 100:0.0} %") : "–";

    public static string Interval(double? low, double? high) => low is { } from && high is { } to
        ? Invariant($"{from * 100:0.0} to {to * 100:0.0} %")
        : "no interval (one group)";

    /// <summary>Ends of an interval without their unit, as a figure stands above it.</summary>
    public static string Range(FigureInterval? interval, double factor) => interval is { Low: { } low, High: { } high }
        ? factor == 1 ? Invariant($"{low:0.000} to {high:0.000}") : Invariant($"{low * factor:0.0} to {high * factor:0.0}")
        : "no interval";

    public static string Area(double? area) => area is { } value ? Invariant($"{value:0.000}") : "–";

    public static string Microseconds(double? time) => time switch
    {
        null => "–",
        < 10 => Invariant($"{time:0.00} µs"),
        < MicrosecondsPerMillisecond => Invariant($"{time:0.0} µs"),
        _ => Invariant($"{time / MicrosecondsPerMillisecond:0.00} ms"),
    };

    /// <summary>With the interval of another run's; never without.</summary>
    public static string P99(LatencyFigures latency) => latency is { P99: { } tail, P99Low: { } low }
        ? $"{Microseconds(tail)} [{Microseconds(low)}, {UpperEnd(latency)}]"
        : "n too small";

    /// <summary>Of the interval of a p99.</summary>
    public static string UpperEnd(LatencyFigures latency) => latency.P99High is { } high ? Microseconds(high) : "no upper end";

    public static string Bytes(double bytes) =>
        bytes < 1e6 ? Invariant($"{bytes / 1e3:0.0} kB") : Invariant($"{bytes / 1e6:0.00} MB");

    public static string Seconds(double seconds) => Invariant($"{seconds:0.0} s");

    public static string Difference(double value) => value == 0 ? "0" : Invariant($"{value:0.0e+0}");

    public static string Points(double? share) => share is { } value ? Invariant($"{value * 100:+0.0;-0.0;0.0}") : "–";

    /// <summary>Signal to noise of a tensor; null where it is equal.</summary>
    public static string Decibels(double? ratio) => ratio is { } value ? Invariant($"{value:F1} dB") : "equal";

    public static string Significant(double value) => Invariant($"{value:G3}");

    public static string Effect(ClaimEffect? effect) => effect switch
    {
        null => "–",
        { Interval95: { } known } => Invariant($"{effect.Value:G3} {effect.Unit} ({known.Low:G3} to {known.High:G3})"),
        _ => Invariant($"{effect.Value:G3} {effect.Unit}"),
    };
}
