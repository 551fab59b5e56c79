using EdgeInfer.Core.Errors;
using EdgeInfer.Files;

namespace EdgeInfer.Comparison.Files;

/// <summary>Writes a report whole or not at all.</summary>
public static class ReportFile
{
    /// <summary>Before the work that is reported: tries whether <paramref name="path"/> could be written, and makes nothing.</summary>
    /// <param name="place">What names the file, for the error.</param>
    /// <param name="path">The file.</param>
    /// <param name="others">Files and bundles of the same command.</param>
    /// <exception cref="InvalidInputException">It could not, or is one of the others.</exception>
    public static void Require(string place, string path, params ReadOnlySpan<string?> others)
    {
        DistinctPlaces.Require(place, path, others);
        if (Path.GetFileName(path).Length > 0 && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Path.Exists(folder))
            WholeFile.RequireNewFolder(place, folder);
        else
            WholeFile.Require(place, path);
    }

    /// <summary>As <see cref="WholeFile.Write"/>; missing folders are made.</summary>
    /// <exception cref="InvalidInputException">The disk is full, or the place cannot be written to.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (Directory.Exists(path))
                throw new InvalidInputException(path, "is a folder, and a file was to be written");
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            WholeFile.Write(path, bytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, $"the report was not written: {error.Message}", error);
        }
    }
}
