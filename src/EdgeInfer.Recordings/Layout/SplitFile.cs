using EdgeInfer.Recordings.Csv;

namespace EdgeInfer.Recordings.Layout;

/// <summary>Reads split.csv: path,label,group,split.</summary>
internal static class SplitFile
{
    public const string DefaultName = "split.csv";

    /// <summary>Sides are null where the split's lists of groups decide.</summary>
    public static IReadOnlyList<SplitRow> Read(string directory, DatasetSplit split, Problems problems)
    {
        var place = FolderPath.Inside(directory, split.File!, directory);
        using var csv = CsvFile.OpenList(place);
        var (path, label) = (csv.Column("path"), csv.Column("label"));
        var group = csv.Column("group");
        int? side = split.By == SplitBy.File ? csv.Column("split") : null;
        var rows = new List<SplitRow>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (csv.Read())
        {
            problems.Try(() =>
            {
                var row = new SplitRow(
                    csv.Line, csv.Text(path), csv.Text(label), csv.Text(group), side is { } column ? Side(csv, column) : null);
                _ = FolderPath.Inside(directory, row.Path, $"{place}:{csv.Line}");
                if (row.Group.Length == 0)
                    throw csv.Invalid(group, "is empty");
                if (!lines.TryAdd(row.Path, csv.Line))
                    throw csv.Invalid(path, $"'{row.Path}' is listed at line {lines[row.Path]} already");
                rows.Add(row);
            });
        }

        if (rows.Count == 0)
            problems.Add(place, "lists no recording");
        return rows;
    }

    private static SplitSide Side(CsvFile csv, int column) => csv.Text(column) switch
    {
        "train" => SplitSide.Train,
        "test" => SplitSide.Test,
        var other => throw csv.Invalid(column, $"'{other}' is neither train nor test"),
    };
}
