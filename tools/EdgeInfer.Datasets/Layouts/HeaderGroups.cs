using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Csv;

namespace EdgeInfer.Datasets.Layouts;

/// <summary>Tables that have the same columns, whatever their order, case and blanks.</summary>
/// <param name="Columns">As the first file writes them.</param>
/// <param name="Paths">Files, in the order of their paths.</param>
internal sealed record HeaderGroups(IReadOnlyList<string> Columns, IReadOnlyList<string> Paths)
{
    /// <summary>The largest group first. A file that holds no table is a group of its own without columns.</summary>
    /// <exception cref="InvalidInputException">No file holds a table.</exception>
    public static IReadOnlyList<HeaderGroups> Of(string directory, IReadOnlyList<string> paths) =>
    [
        .. Headers(directory, paths)
            .GroupBy(each => Key(each.Header), StringComparer.Ordinal)
            .Select(files => new HeaderGroups(files.First().Header, [.. files.Select(file => file.Path)]))
            .OrderByDescending(group => group.Columns.Count > 0)
            .ThenByDescending(group => group.Paths.Count)
            .ThenByDescending(group => group.Columns.Count),
    ];

    /// <summary>Whether a table with these columns has all of the others, and perhaps more.</summary>
    public bool Contains(HeaderGroups other) => other.Columns.Count > 0 && other.Columns.All(
        name => Columns.Any(own => own.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)));

    private static string Key(IReadOnlyList<string> header) =>
        string.Join('\n', header.Select(name => name.Trim().ToLowerInvariant()).Order(StringComparer.Ordinal));

    private static List<(string Path, IReadOnlyList<string> Header)> Headers(string directory, IReadOnlyList<string> paths)
    {
        var headers = new List<(string Path, IReadOnlyList<string> Header)>();
        InvalidInputException? first = null;
        foreach (var path in paths)
        {
            try
            {
                headers.Add((path, HeaderOf(directory, path)));
            }
            catch (InvalidInputException noTable)
            {
                first ??= noTable;
                headers.Add((path, []));
            }
        }

        return first is null || headers.Exists(each => each.Header.Count > 0) ? headers : throw first;
    }

    private static IReadOnlyList<string> HeaderOf(string directory, string path)
    {
        using var csv = CsvFile.Open(Path.Combine(directory, path));
        return csv.Header;
    }
}
