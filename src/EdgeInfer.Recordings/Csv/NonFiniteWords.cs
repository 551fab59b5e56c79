namespace EdgeInfer.Recordings.Csv;

/// <summary>
/// How programs write a sample that is no number: nan, inf and infinity, in any case, with or without a sign. A number too
/// large for a float is none of these.
/// </summary>
internal static class NonFiniteWords
{
    public static bool TryParse(ReadOnlySpan<char> field, out float value)
    {
        var word = field.TrimStart("+-");
        value = word.Equals("nan", StringComparison.OrdinalIgnoreCase) ? float.NaN
            : IsInfinity(word) ? field[0] == '-' ? float.NegativeInfinity : float.PositiveInfinity
            : 0;
        return !float.IsFinite(value) && field.Length - word.Length <= 1;
    }

    private static bool IsInfinity(ReadOnlySpan<char> word) =>
        word.Equals("inf", StringComparison.OrdinalIgnoreCase) || word.Equals("infinity", StringComparison.OrdinalIgnoreCase);
}
