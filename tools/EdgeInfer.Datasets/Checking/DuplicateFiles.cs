using System.Security.Cryptography;

namespace EdgeInfer.Datasets.Checking;

/// <summary>Finds files of identical content.</summary>
internal static class DuplicateFiles
{
    public static IReadOnlyList<IReadOnlyList<string>> Find(string directory, IEnumerable<string> paths) =>
    [
        .. paths
            .GroupBy(path => new FileInfo(Path.Combine(directory, path)).Length)
            .Where(size => size.Count() > 1)
            .SelectMany(size => size.GroupBy(path => Hash(Path.Combine(directory, path))))
            .Where(content => content.Count() > 1)
            .Select(content => content.Order(StringComparer.Ordinal).ToArray())
            .OrderBy(content => content[0], StringComparer.Ordinal),
    ];

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
