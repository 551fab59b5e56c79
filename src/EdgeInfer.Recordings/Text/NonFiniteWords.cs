using System.Text;

namespace EdgeInfer.Recordings.Text;

/// <summary>
/// How programs write a sample that is no number: nan, inf and infinity, in any case, with or without a sign. A number too
/// large for a float is none of these.
/// </summary>
internal static class NonFiniteWords
{
    public static bool TryParse(ReadOnlySpan<byte> field, out float value)
    {
        var word = field.TrimStart("+-"u8);
        value = Ascii.EqualsIgnoreCase(word, "nan"u8) ? float.NaN
            : IsInfinity(word) ? field[0] == '-' ? float.NegativeInfinity : float.PositiveInfinity
            : 0;
        return !float.IsFinite(value) && field.Length - word.Length <= 1;
    }

    private static bool IsInfinity(ReadOnlySpan<byte> word) =>
        Ascii.EqualsIgnoreCase(word, "inf"u8) || Ascii.EqualsIgnoreCase(word, "infinity"u8);
}
