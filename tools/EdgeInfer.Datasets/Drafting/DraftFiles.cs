using System.Text.RegularExpressions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Writes a draft into its folder; never over a file that is there.</summary>
public static partial class DraftFiles
{
    /// <exception cref="InvalidInputException">One of the files exists.</exception>
    public static void Write(DatasetDraft draft)
    {
        RefuseExisting(draft.Directory);
        if (draft.SplitCsv is { } split)
            WriteNew(Path.Combine(draft.Directory, SplitFile.DefaultName), System.Text.Encoding.UTF8.GetBytes(split));
        WriteNew(Path.Combine(draft.Directory, DatasetFile.Name), DatasetFile.Write(draft.Dataset));
    }

    internal static void RefuseExisting(string directory)
    {
        foreach (var name in new[] { DatasetFile.Name, SplitFile.DefaultName })
        {
            if (File.Exists(Path.Combine(directory, name)))
                throw new InvalidInputException(Path.Combine(directory, name), "exists already and is not overwritten: delete "
                    + "dataset.json and split.csv to draft them anew");
        }
    }

    internal static string TaskName(string directory)
    {
        var folder = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory))).ToLowerInvariant();
        var name = NotOfAName().Replace(folder, "-").Trim('-');
        return name.Length > 0 ? name : "recordings";
    }

    private static void WriteNew(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(bytes);
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotOfAName();
}
