using System.Text.RegularExpressions;
using EdgeInfer.Recordings.BuiltIn;
using EdgeInfer.Recordings.Idx;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Segments;

namespace EdgeInfer.Recordings.Opening;

/// <summary>Lists the files of a task: those in split.csv, or all in the folder where columns carry label and group.</summary>
internal static class FileList
{
    private static readonly string[] ImageExtensions = [".jpg", ".jpeg", ".png"];

    /// <summary>In the order of their paths.</summary>
    public static IReadOnlyList<ListedFile> Read(string directory, Dataset dataset, DatasetSplit split, Problems problems)
    {
        var isBuiltIn = BuiltInSplit.Serves(directory, dataset, split);
        var place = split.File is null || isBuiltIn ? directory : Path.Combine(directory, split.File);
        var rows = split.File is null ? InFolder(directory, dataset).Select(Unlisted)
            : isBuiltIn ? BuiltInSplit.Rows(dataset, split)
            : SplitFile.Read(directory, split, problems);
        var pattern = Pattern(dataset);
        var files = rows
            .Where(row => pattern is null || pattern.IsMatch(row.Path))
            .OrderBy(row => row.Path, StringComparer.Ordinal)
            .Select(row => new ListedFile(row, row.Line == 0 ? place : $"{place}:{row.Line}", Path.Combine(directory, row.Path)))
            .ToList();
        if (files.Count == 0)
            problems.Add(place, $"no recording of task {dataset.Name} here" + (pattern is null ? "" : $" (files match '{pattern}')"));
        return isBuiltIn ? Present(files, directory, split, problems) : files;
    }

    /// <summary>Paths of the task's recordings that <paramref name="files"/> do not list.</summary>
    public static IReadOnlyList<string> Others(string directory, Dataset dataset, IReadOnlyList<ListedFile> files)
    {
        var pattern = Pattern(dataset);
        var listed = files.Select(file => file.Row.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. InFolder(directory, dataset)
                .Where(path => !listed.Contains(path) && (pattern is null || pattern.IsMatch(path)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static List<ListedFile> Present(List<ListedFile> files, string directory, DatasetSplit split, Problems problems)
    {
        var absent = files.Where(file => !File.Exists(file.FullPath)).ToList();
        if (absent.Count > 0)
            problems.Add(
                directory,
                $"{absent.Count} of {files.Count} files of the built-in split '{split.Name}' are not here, the first is "
                + $"{absent[0].Row.Path}: 'edgeinfer data sources' tells where they come from and which folder to name");
        return [.. files.Except(absent)];
    }

    private static Regex? Pattern(Dataset dataset) =>
        dataset.Files is null ? null : new Regex(dataset.Files, RegexOptions.None, DatasetRules.MatchLimit);

    private static IEnumerable<string> InFolder(string directory, Dataset dataset)
    {
        var lists = dataset.Splits.Select(split => split.File).ToHashSet();
        var files = FolderPath.List(directory);
        return SensorFiles.AreUsed(dataset)
            ? Folders(files, SensorFiles.Of(dataset))
            : OfKind(
                files.Where(path => !lists.Contains(path) && (dataset.Segments is not { } segments || !SegmentFile.IsList(segments, path))),
                dataset.Kind);
    }

    /// <summary>Folders that hold every sensor's file.</summary>
    private static IEnumerable<string> Folders(IEnumerable<string> files, IReadOnlyList<string> names) =>
        files.ToLookup(path => Path.GetDirectoryName(path)!, path => Path.GetFileName(path))
            .Where(folder => folder.Key.Length > 0 && names.All(folder.Contains))
            .Select(folder => folder.Key.Replace(Path.DirectorySeparatorChar, '/'));

    private static SplitRow Unlisted(string path) => new(0, path, SplitRow.PerRow, SplitRow.PerRow, null);

    private static IEnumerable<string> OfKind(IEnumerable<string> files, DatasetKind kind) => kind switch
    {
        DatasetKind.Images => files.Where(path => ImageExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)),
        DatasetKind.ImagesIdx => files.Where(IdxNames.IsImages),
        DatasetKind.AudioWav => files.Where(path => path.EndsWith(".wav", StringComparison.OrdinalIgnoreCase)),
        _ => TableName.TablesOf(files),
    };
}
