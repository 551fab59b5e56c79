using EdgeInfer.Core.Errors;

namespace EdgeInfer.Files;

/// <summary>Writes a file whole or not at all, into a folder that is there.</summary>
internal static class WholeFile
{
    /// <summary>Before the work whose result a file will hold: tries whether it could be written.</summary>
    /// <param name="place">What names the file, for the error.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidInputException">It could not.</exception>
    public static void Require(string place, string path)
    {
        if (Path.GetFileName(path).Length == 0)
            throw new InvalidInputException(place, $"'{path}' names no file");
        if (Directory.Exists(path))
            throw new InvalidInputException(place, $"{path} is a folder, and a file is to be written");
        if (!FileKind.IsSpecial(path))
            RequireFolder(place, Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>As <see cref="RequireFolder"/>, of the nearest folder above where there is none yet; makes nothing.</summary>
    /// <exception cref="InvalidInputException">It is no folder, or takes no file.</exception>
    public static void RequireNewFolder(string place, string folder)
    {
        var nearest = Path.GetFullPath(folder);
        while (!Path.Exists(nearest))
            nearest = Path.GetDirectoryName(nearest)!;
        RequireFolder(place, nearest);
    }

    /// <exception cref="InvalidInputException">It is no folder, or takes no file.</exception>
    public static void RequireFolder(string place, string folder)
    {
        if (!Directory.Exists(folder))
            throw new InvalidInputException(
                place, File.Exists(folder) ? $"{folder} is a file, and a folder is needed" : $"folder {folder} does not exist");
        try
        {
            using var trial = new FileStream(
                Temporary(Path.Combine(folder, "trial")),
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 0,
                FileOptions.DeleteOnClose);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(place, $"folder {folder} can't be written to: {error.Message}", error);
        }
    }

    /// <summary>
    /// Writes to a temporary file beside <paramref name="path"/> and renames it, so that no reader sees half a file.
    /// A device, pipe or link (/dev/stdout) is written into directly.
    /// </summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        if (FileKind.IsSpecial(path))
            WriteInto(path, FileMode.Create, bytes);
        else
            Replace(path, bytes);
    }

    private static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = Temporary(Path.GetFullPath(path));
        try
        {
            WriteInto(temporary, FileMode.CreateNew, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string Temporary(string path) => $"{path}.{Guid.NewGuid():N}.tmp";

    private static void WriteInto(string path, FileMode mode, ReadOnlySpan<byte> bytes)
    {
        // Unbuffered: a full disk then fails in Write, not in Dispose.
        using var file = new FileStream(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(bytes);
    }
}
