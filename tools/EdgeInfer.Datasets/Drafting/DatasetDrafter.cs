using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Pictures;

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
        var scan = PictureScan.Run(directory);
        string[] tables = [.. scan.Others.Where(path => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))];
        // Beside pictures a table or two describe them; a folder of recordings may hold a photograph of the sensor.
        if (tables.Length > scan.Pictures.Count)
            return SensorDraft.Draft(directory, tables, groupPattern);
        return scan.Pictures.Count + scan.Broken.Count > 0
            ? ImageDraft.Draft(directory, scan, groupPattern)
            : throw new InvalidInputException(directory, "holds neither CSV files nor JPEG or PNG images");
    }
}
