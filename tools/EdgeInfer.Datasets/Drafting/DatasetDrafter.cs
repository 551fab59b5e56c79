using EdgeInfer.Core.Errors;
using EdgeInfer.Images.Files;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Drafts dataset.json and split.csv from a folder of CSV files or images.</summary>
public static class DatasetDrafter
{
    /// <summary>Looks only; <see cref="DraftFiles.Write"/> writes.</summary>
    /// <param name="directory">The folder, searched with all folders below.</param>
    /// <param name="groupPattern">
    /// Regular expression on the path; its first capture is the group. Null: the parent folder, or the file's name.
    /// </param>
    /// <exception cref="InvalidInputException">The folder is missing, is described already, or holds nothing of either kind.</exception>
    public static DatasetDraft Draft(string directory, string? groupPattern = null)
    {
        if (!Directory.Exists(directory))
            throw new InvalidInputException(directory, "folder not found");
        DraftFiles.RefuseExisting(directory);
        string[] all = [.. FolderPath.List(directory).Order(StringComparer.Ordinal)];
        string[] tables = [.. all.Where(path => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))];
        if (tables.Length > 0)
            return SensorDraft.Draft(directory, tables, groupPattern);

        string[] images = [.. all.Where(path => IsImage(Path.Combine(directory, path)))];
        return images.Length > 0
            ? ImageDraft.Draft(directory, images, groupPattern)
            : throw new InvalidInputException(directory, "holds neither CSV files nor JPEG or PNG images");
    }

    private static bool IsImage(string path)
    {
        Span<byte> start = stackalloc byte[StillSignature.Length];
        using var file = File.OpenRead(path);
        return StillSignature.IsImage(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }
}
