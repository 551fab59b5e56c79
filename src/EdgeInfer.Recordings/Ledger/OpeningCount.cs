using static System.FormattableString;

namespace EdgeInfer.Recordings.Ledger;

/// <summary>How often a test side has been opened: whoever chooses models by it sees it again and again.</summary>
/// <param name="Times">Openings of this test side, this one included; null where they are not counted.</param>
/// <param name="InFolder">Openings of any test side in the data set's folder; null where they are not counted.</param>
/// <param name="Look">
/// 1 where a verdict is asked of this split for the first time, one more for each other test side that it was asked of before: who
/// records, or leaves out, until a difference shows looks again and again. 1 where openings are not counted.
/// </param>
/// <param name="NotCounted">Why they are not counted; null where they are.</param>
public sealed record OpeningCount(int? Times, int? InFolder, int Look, string? NotCounted)
{
    /// <summary>'test side opened 3 times', or why nobody knows.</summary>
    public string Describe() => NotCounted is { } reason
        ? $"openings of the test side are not counted: {reason}"
        : Invariant($"test side opened {Counted(Times!.Value)}")
            + (InFolder > Times ? Invariant($", test sides of this folder {Counted(InFolder.Value)}") : "");

    private static string Counted(int times) => times == 1 ? "once" : Invariant($"{times} times");
}
