using System.Text;
using EdgeInfer.Core.Checksums;

namespace EdgeInfer.Recordings.Opening;

/// <summary>Hashes that say which data and which split a figure was obtained on; lower-case hexadecimal SHA-256.</summary>
internal static class ContentHash
{
    /// <summary>Over one line a file, "hash of its bytes, two spaces, path", in the order of the paths.</summary>
    public static string HashFiles(string directory, IEnumerable<string> paths)
    {
        var lines = new StringBuilder();
        foreach (var path in paths.Distinct().Order(StringComparer.Ordinal))
        {
            using var file = File.OpenRead(Path.Combine(directory, path));
            lines.Append(Sha256Hex.Of(file)).Append("  ").Append(path).Append('\n');
        }

        return OfText(lines.ToString());
    }

    /// <summary>Over one line a recording, "id,path,label,target,group,side", in their order; columns of rows stay out.</summary>
    public static string OfSplit(IEnumerable<Recording> recordings) => OfText(string.Concat(recordings.Select(recording =>
        FormattableString.Invariant($"{recording.Id},{recording.Path},{recording.Label},")
        + FormattableString.Invariant($"{recording.Target},{recording.Group},{recording.Side}\n"))));

    private static string OfText(string text) => Sha256Hex.Of(Encoding.UTF8.GetBytes(text));
}
