using static System.FormattableString;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Names in a sentence, cut where there are many.</summary>
internal static class SentenceList
{
    private const int Most = 8;
    private const int Shown = 6;

    /// <param name="names">In their order.</param>
    /// <param name="last">Word in front of the last one; a comma where null.</param>
    public static string Of(IReadOnlyList<string> names, string? last = null) =>
        names.Count > Most ? Invariant($"{string.Join(", ", names.Take(Shown))} and {names.Count - Shown} more")
        : last is not null && names.Count > 1 ? $"{string.Join(", ", names.SkipLast(1))} {last} {names[^1]}"
        : string.Join(", ", names);
}
