using System.Text.RegularExpressions;
using EdgeInfer.Recordings.Idx;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Segments;

namespace EdgeInfer.Recordings.Opening;

/// <summary>Lists the files of a task: those in split.csv, or all in the folder where columns carry label and group.</summary>
internal static class FileList
{
    /// <summary>In the order of their paths.</summary>
    public static IReadOnlyList<ListedFile> Read(string directory, Dataset dataset, DatasetSplit split, Problems problems)
    {
        var place = split.File is null ? directory : Path.Combine(directory, split.File);
        var rows = split.File is null ? InFolder(directory, dataset) : SplitFile.Read(directory, split, problems);
        var pattern = dataset.Files is null ? null : new Regex(dataset.Files, RegexOptions.None, DatasetRules.MatchLimit);
        var files = rows
            .Where(row => pattern is null || pattern.IsMatch(row.Path))
            .OrderBy(row => row.Path, StringComparer.Ordinal)
            .Select(row => new ListedFile(
                row, split.File is null ? place : $"{place}:{row.Line}", Path.Combine(directory, row.Path)))
            .ToList();
        if (files.Count == 0)
            problems.Add(place, $"no recording of task {dataset.Name} here" + (pattern is null ? "" : $" (files match '{pattern}')"));
        return files;
    }

    private static IEnumerable<SplitRow> InFolder(string directory, Dataset dataset)
    {
        var lists = dataset.Splits.Select(split => split.File).ToHashSet();
        var files = FolderPath.List(directory);
        var recordings = SensorFiles.AreUsed(dataset)
            ? Folders(files, SensorFiles.Of(dataset))
            : OfKind(
                files.Where(path => !lists.Contains(path) && (dataset.Segments is not { } segments || !SegmentFile.IsList(segments, path))),
                dataset.Kind);
        return recordings.Select(path => new SplitRow(0, path, SplitRow.PerRow, SplitRow.PerRow, null));
    }

    /// <summary>Folders that hold every sensor's file.</summary>
    private static IEnumerable<string> Folders(IEnumerable<string> files, IReadOnlyList<string> names) =>
        files.ToLookup(path => Path.GetDirectoryName(path)!, path => Path.GetFileName(path))
            .Where(folder => folder.Key.Length > 0 && names.All(folder.Contains))
            .Select(folder => folder.Key.Replace(Path.DirectorySeparatorChar, '/'));

    private static IEnumerable<string> OfKind(IEnumerable<string> files, DatasetKind kind) => kind switch
    {
        DatasetKind.ImagesIdx => files.Where(IdxNames.IsImages),
        DatasetKind.AudioWav => files.Where(path => path.EndsWith(".wav", StringComparison.OrdinalIgnoreCase)),
        _ => TableName.TablesOf(files),
    };
}
