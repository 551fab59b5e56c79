using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings.Layout;

/// <summary>Paths inside a data set's folder.</summary>
internal static class FolderPath
{
    /// <summary>The files of the folder and those below, relative to it, with forward slashes; hidden ones are passed over.</summary>
    public static IEnumerable<string> List(string directory) => ListAll(directory).Where(path => !HiddenPath.Is(path));

    /// <summary>Hidden ones as well.</summary>
    public static IEnumerable<string> ListAll(string directory) =>
        Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(directory, path).Replace(Path.DirectorySeparatorChar, '/'));

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
}
