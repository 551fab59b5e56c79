using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Segments;

/// <summary>Where the list of a recording's segments is.</summary>
internal static class SegmentFile
{
    /// <summary>Stands for a recording's path without its extension.</summary>
    public const string Name = "{name}";

    public static bool IsPerRecording(DatasetSegments segments) => segments.File.Contains(Name, StringComparison.Ordinal);

    /// <summary>Path of the list inside the folder.</summary>
    public static string Of(DatasetSegments segments, string recording) =>
        segments.File.Replace(Name, Stem(recording), StringComparison.Ordinal);

    /// <summary>Whether a file is a list, and so no recording.</summary>
    public static bool IsList(DatasetSegments segments, string path)
    {
        var at = segments.File.IndexOf(Name, StringComparison.Ordinal);
        return at < 0
            ? path == segments.File
            : path.Length > segments.File.Length - Name.Length
                && path.StartsWith(segments.File[..at], StringComparison.Ordinal)
                && path.EndsWith(segments.File[(at + Name.Length)..], StringComparison.Ordinal);
    }

    /// <summary>How a list may name a recording: its path or its file's name, with or without extension.</summary>
    public static IEnumerable<string> NamesOf(string path)
    {
        yield return path;
        yield return Stem(path);
        yield return Path.GetFileName(path);
        yield return Path.GetFileNameWithoutExtension(path);
    }

    /// <summary>For all names that files and folders of a data set may have in a list, the number of files or folders meant.</summary>
    public static Dictionary<string, int> NamesIn(string directory)
    {
        var files = FolderPath.List(directory).ToList();
        var folders = files.Select(path => Path.GetDirectoryName(path) ?? "").Where(folder => folder.Length > 0).Distinct();
        // A file and its companion of another extension lie in one folder: together they are one recording.
        return files.Concat(folders)
            .SelectMany(path => NamesOf(path).Distinct().Select(name => (Name: name, Folder: Path.GetDirectoryName(path))))
            .Distinct()
            .GroupBy(named => named.Name, StringComparer.Ordinal)
            .ToDictionary(named => named.Key, named => named.Count(), StringComparer.Ordinal);
    }

    private static string Stem(string path) => Path.ChangeExtension(path, null);
}
