using System.Text;

namespace EdgeInfer.Recordings.Text;

/// <summary>How programs write a cell that has nothing to say, where they do not leave it empty: NA, null, a dash, in any case.</summary>
internal static class MissingWords
{
    private const int Longest = 12;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "NA", "N/A", "#N/A", "null", "none", "-", "--", "?", "missing", "unavailable",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Are(ReadOnlySpan<char> field) => Words.Contains(field);

    public static bool Are(ReadOnlySpan<byte> field)
    {
        if (field.Length is 0 or > Longest)
            return false;
        Span<char> text = stackalloc char[Longest];
        return Words.Contains(text[..Encoding.Latin1.GetChars(field, text)]);
    }
}
