using System.Buffers;
using System.Text;

namespace EdgeInfer.Recordings.Csv;

/// <summary>Tells units from names.</summary>
internal static class UnitText
{
    private const int MaxLength = 16;

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "s", "sec", "secs", "second", "seconds", "ms", "us", "µs", "μs", "ns", "min", "h", "hz", "khz", "g", "mg", "m", "cm", "mm", "km",
        "um", "v", "mv", "uv", "a", "ma", "ua", "w", "mw", "kw", "kwh", "j", "n", "nm", "kg", "t", "mt", "ut", "µt", "μt", "gauss", "deg",
        "degree", "degrees", "dps", "rad", "rpm", "c", "f", "k", "degc", "pa", "hpa", "kpa", "bar", "mbar", "psi", "lux", "lx", "db", "dba",
        "dbfs", "ppm", "ppb", "ohm", "kohm", "no unit", "no units", "unitless", "no_units", "count", "counts", "adc", "lsb", "raw", "bpm",
    };

    private static readonly SearchValues<char> Joints = SearchValues.Create("/^°²³%·*");

    /// <summary>Whether a text is a unit: a known one, or one put together, as <c>m/s^2</c>.</summary>
    public static bool IsUnit(string text) =>
        text.Length is > 0 and <= MaxLength
        && (Known.Contains(text) || (text.AsSpan().ContainsAny(Joints) && !text.Contains(' ') && !text.Contains(':')
            && !CellText.IsHole(Encoding.UTF8.GetBytes(text))));

    /// <summary>The unit that a name ends in, in brackets: <c>Time (ms)</c>, <c>acc [m/s2]</c>; empty where it has none.</summary>
    public static string InName(string name)
    {
        if (name.Length < 3 || name[^1] is not (')' or ']'))
            return "";
        var open = name.LastIndexOfAny(['(', '[']);
        // m/(s^2) has brackets of its own.
        if (open > 0 && name[open] == '(' && name.IndexOfAny(['(', '[']) is var first && first < open)
            open = first;
        var unit = open < 0 ? "" : name[(open + 1)..^1].Trim();
        return IsUnit(unit) ? unit : "";
    }
}
