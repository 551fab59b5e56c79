using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.BuiltIn;

/// <summary>
/// Splits of public data sets, which come without one: a table a task, <c>path,label,group</c> and a column a split. The folder's own
/// file of that split wins.
/// </summary>
internal static class BuiltInSplit
{
    private const int FirstSplit = 3;

    /// <summary>Whether the files of a folder are listed here.</summary>
    public static bool Serves(string directory, Dataset dataset, DatasetSplit split) =>
        dataset.IsBuiltIn && split.File is { } file && !File.Exists(Path.Combine(directory, file));

    /// <param name="dataset">A built-in one.</param>
    /// <param name="split">One of its splits by file.</param>
    public static IReadOnlyList<SplitRow> Rows(Dataset dataset, DatasetSplit split)
    {
        var name = $"{dataset.Name}.csv";
        using var table = new StreamReader(
            typeof(BuiltInSplit).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidInputException($"built-in {dataset.Name}", $"has no table for split '{split.Name}'"));
        var column = Array.IndexOf(table.ReadLine()!.Split(','), split.Name, FirstSplit);
        var rows = new List<SplitRow>();
        while (table.ReadLine()?.Split(',') is { } fields)
            rows.Add(new SplitRow(Line: 0, fields[0], fields[1], fields[2], SideOf(fields[column])));
        return rows;
    }

    private static SplitSide SideOf(string word) => word == "train" ? SplitSide.Train : SplitSide.Test;
}
