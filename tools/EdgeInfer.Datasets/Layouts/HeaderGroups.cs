using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Csv;

namespace EdgeInfer.Datasets.Layouts;

/// <summary>Tables that have the same columns, whatever their order, case and blanks.</summary>
/// <param name="Columns">As the first file writes them.</param>
/// <param name="Paths">Files, in the order of their paths.</param>
internal sealed record HeaderGroups(IReadOnlyList<string> Columns, IReadOnlyList<string> Paths)
{
    /// <summary>The largest group first; empty files and files of one line are told apart, as they hold no row.</summary>
    /// <exception cref="InvalidInputException">A file is damaged.</exception>
    public static IReadOnlyList<HeaderGroups> Of(string directory, IReadOnlyList<string> paths) =>
    [
        .. paths
            .Select(path => (Path: path, Header: HeaderOf(directory, path)))
            .GroupBy(each => Key(each.Header), StringComparer.Ordinal)
            .Select(files => new HeaderGroups(files.First().Header, [.. files.Select(file => file.Path)]))
            .OrderByDescending(group => group.Paths.Count)
            .ThenByDescending(group => group.Columns.Count),
    ];

    private static string Key(IReadOnlyList<string> header) =>
        string.Join('\n', header.Select(name => name.Trim().ToLowerInvariant()).Order(StringComparer.Ordinal));

    private static IReadOnlyList<string> HeaderOf(string directory, string path)
    {
        using var csv = CsvFile.Open(Path.Combine(directory, path));
        return csv.Header;
    }
}
