using EdgeInfer.Core.Errors;

namespace EdgeInfer.Comparison.Files;

/// <summary>Writes a report whole or not at all.</summary>
public static class ReportFile
{
    /// <summary>
    /// Writes to a temporary file beside <paramref name="path"/> and renames it, so that no reader sees half a report.
    /// A device, pipe or link (/dev/stdout) is written into directly. Missing folders are made.
    /// </summary>
    /// <exception cref="InvalidInputException">The disk is full, or the place cannot be written to.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (Directory.Exists(path))
                throw new InvalidInputException(path, "is a folder, and a file was to be written");
            if (FileKind.IsSpecial(path))
                WriteInto(path, FileMode.Create, bytes);
            else
                Replace(path, bytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, $"the report was not written: {error.Message}", error);
        }
    }

    private static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full);
        if (folder is not null)
            Directory.CreateDirectory(folder);
        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            WriteInto(temporary, FileMode.CreateNew, bytes);
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void WriteInto(string path, FileMode mode, ReadOnlySpan<byte> bytes)
    {
        // Unbuffered: a full disk then fails in Write, not in Dispose.
        using var file = new FileStream(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(bytes);
    }
}
