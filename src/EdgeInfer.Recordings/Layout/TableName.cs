namespace EdgeInfer.Recordings.Layout;

/// <summary>Names of files that may hold a table of text.</summary>
internal static class TableName
{
    private const string PackedEnding = ".gz";
    private const string UsualEnding = ".csv";

    private static readonly string[] AboutTheData = ["readme", "license", "licence", "citation", "notes", "changelog"];

    /// <summary>.csv, .tsv, .txt or .log, each also with .gz, in any case.</summary>
    public static bool IsTable(string path) => IsUsual(path) || EndsWith(path, ".tsv") || EndsWith(path, ".txt") || EndsWith(path, ".log");

    /// <summary>The tables among files: those of .csv where there are some, for the others are notes then; else all.</summary>
    public static IReadOnlyList<string> TablesOf(IEnumerable<string> files)
    {
        string[] tables = [.. files.Where(path => IsTable(path) && !IsAboutTheData(path))];
        return tables.Any(IsUsual) ? [.. tables.Where(IsUsual)] : tables;
    }

    /// <summary>The name without .gz.</summary>
    public static string Unpacked(string path) =>
        path.EndsWith(PackedEnding, StringComparison.OrdinalIgnoreCase) ? path[..^PackedEnding.Length] : path;

    private static bool IsAboutTheData(string path) =>
        AboutTheData.Contains(Path.GetFileNameWithoutExtension(Unpacked(path)), StringComparer.OrdinalIgnoreCase);

    private static bool IsUsual(string path) => EndsWith(path, UsualEnding);

    private static bool EndsWith(string path, string ending) => Unpacked(path).EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
