namespace EdgeInfer.Recordings.Layout;

/// <summary>Which files are tables, by their names.</summary>
internal static class TableName
{
    private const string Packed = ".gz";

    private static readonly string[] Extensions = [".csv", ".txt", ".tsv", ".log"];

    /// <summary>Whether the name ends as a table's does, packed by gzip or not.</summary>
    public static bool Is(string path) => Extensions.Contains(Path.GetExtension(Unpacked(path)), StringComparer.OrdinalIgnoreCase);

    /// <summary>The name without the ending of gzip.</summary>
    public static string Unpacked(string path) =>
        path.EndsWith(Packed, StringComparison.OrdinalIgnoreCase) ? path[..^Packed.Length] : path;
}
