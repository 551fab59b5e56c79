using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings.Layout;

/// <summary>Paths inside a data set's folder.</summary>
internal static class FolderPath
{
    /// <summary>A data set of more files would take hours to open; its list alone takes 100 MB.</summary>
    public const int MaxFiles = 500_000;

    /// <summary>
    /// Every file of the folder and those below, relative to it, with forward slashes. A link back to a folder that contains it is
    /// passed over.
    /// </summary>
    /// <exception cref="InvalidInputException">There are more than <paramref name="limit"/> files.</exception>
    public static IEnumerable<string> List(string directory, int limit = MaxFiles)
    {
        var count = 0;
        foreach (var path in Below(directory, Real(directory), []))
        {
            if (++count > limit)
            {
                throw new InvalidInputException(
                    directory, $"holds more than {limit} files, which is the limit: name a folder below it, or divide the data");
            }

            yield return Path.GetRelativePath(directory, path).Replace(Path.DirectorySeparatorChar, '/');
        }
    }

    /// <summary>
    /// The full path of <paramref name="relative"/>, which a data set's own file names; refuses absolute paths and those that climb out.
    /// </summary>
    public static string Inside(string directory, string relative, string place)
    {
        if (relative.Length == 0)
            throw new InvalidInputException(place, "the path is empty");
        if (relative.Contains('\0', StringComparison.Ordinal))
            throw new InvalidInputException(place, "the path holds a zero character");
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        var full = Path.GetFullPath(Path.Combine(root, relative));
        return !Path.IsPathRooted(relative) && full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? Path.Combine(directory, relative)
            : throw new InvalidInputException(place, $"path '{relative}' leads out of the data set's folder");
    }

    private static IEnumerable<string> Below(string directory, string real, HashSet<string> above)
    {
        above.Add(real);
        foreach (var entry in new DirectoryInfo(directory).EnumerateFileSystemInfos())
        {
            var path = Path.Combine(directory, entry.Name);
            if (entry is not DirectoryInfo)
            {
                yield return path;
                continue;
            }

            var target = entry.LinkTarget is null ? Path.Combine(real, entry.Name) : Real(path);
            if (entry.LinkTarget is not null && above.Any(folder => IsIn(folder, target)))
                continue;
            foreach (var below in Below(path, target, above))
                yield return below;
        }

        above.Remove(real);
    }

    private static bool IsIn(string folder, string outer) =>
        folder == outer || outer == Path.GetPathRoot(folder)
        || folder.StartsWith(outer + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Real(string directory)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        return new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
    }
}
