using EdgeInfer.Evaluation.Verdicts;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Wording;

/// <summary>Counts with their noun.</summary>
internal static class Plural
{
    public static string Of(long count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    public static string More(GroupRange range, string noun) => range.Low == range.High
        ? Invariant($"{range.High} more {noun}{(range.High == 1 ? "" : "s")}")
        : Invariant($"{range.Low} to {range.High} more {noun}s");
}
