using static System.FormattableString;

namespace EdgeInfer.Comparison.Wording;

/// <summary>Counts with their noun.</summary>
internal static class Plural
{
    public static string Of(long count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    public static string More(long count, string noun) => Invariant($"{count} more {noun}{(count == 1 ? "" : "s")}");
}
