using System.Buffers;

namespace EdgeInfer.Datasets.Pictures;

/// <summary>A text file that lists pictures, as many public sets come with one.</summary>
internal static class PictureIndex
{
    /// <summary>A list names a picture within its first lines.</summary>
    private const int Characters = 16_384;

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".csv", ".tsv", ".txt", ".lst", ".json", ".jsonl", ".xml",
    };

    private static readonly SearchValues<char> Separators = SearchValues.Create(" ,;\t|\r\n\"'<>/\\");

    /// <param name="path">The file.</param>
    /// <param name="pictures">Names of the folder's pictures, with their extensions.</param>
    public static bool Lists(string path, HashSet<string> pictures)
    {
        if (pictures.Count == 0 || !Extensions.Contains(Path.GetExtension(path)))
            return false;
        using var reader = new StreamReader(path);
        var buffer = new char[Characters];
        var text = buffer.AsSpan(0, reader.ReadBlock(buffer));
        var known = pictures.GetAlternateLookup<ReadOnlySpan<char>>();
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(Separators);
            if (known.Contains(end < 0 ? text : text[..end]))
                return true;
            text = end < 0 ? [] : text[(end + 1)..];
        }

        return false;
    }
}
