using System.Text;
using System.Text.Json;

namespace EdgeInfer.Recordings.Layout;

/// <summary>Finds the value that a JSON error complains about.</summary>
internal static class JsonValueAt
{
    private const int MaxShown = 60;

    /// <summary>"value, " as it stands in the text, or nothing where the text ends before one.</summary>
    public static string Seen(ReadOnlySpan<byte> json, JsonException error)
    {
        if (error.LineNumber is not { } line || error.BytePositionInLine is not { } column)
            return "";
        var start = 0;
        for (var i = 0L; i < line; i++)
        {
            var next = json[start..].IndexOf((byte)'\n');
            if (next < 0)
                return "";
            start += next + 1;
        }

        // The reader stands behind the token; walk back over it.
        var end = (int)Math.Min(start + column, json.Length);
        var text = Encoding.UTF8.GetString(json[start..end]).TrimEnd();
        var from = text.EndsWith('"')
            ? text.LastIndexOf('"', Math.Max(text.Length - 2, 0))
            : text.LastIndexOfAny([' ', ':', ',', '[', '{']) + 1;
        var token = text[Math.Max(from, 0)..];
        return token.Length is 0 or > MaxShown ? "" : $"{token}: ";
    }
}
