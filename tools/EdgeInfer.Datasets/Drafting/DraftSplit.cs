using System.Text;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>The proposed split, as split.csv or, where a column carries the groups, as lists.</summary>
internal sealed record DraftSplit(DatasetSplit Split, string? Csv, IReadOnlySet<string> Test)
{
    public static DraftSplit Of(IReadOnlyList<string> paths, ColumnRoles? roles, PathParts parts, ClassGroupTable table)
    {
        var test = TestGroups.Of(table.Groups);
        if (roles is { Group: not null, Label: not null })
        {
            var byGroups = new DatasetSplit("groups", SplitBy.Groups, null,
                [.. table.Groups.Where(group => !test.Contains(group))], [.. table.Groups.Where(test.Contains)]);
            return new DraftSplit(byGroups, null, test);
        }

        var csv = new StringBuilder("path,label,group,split\n");
        foreach (var path in paths)
        {
            var group = roles?.Group is null ? parts.Group(path) : SplitRow.PerRow;
            var label = roles?.Label is null ? parts.Label(path) : SplitRow.PerRow;
            csv.AppendJoin(',', Quoted(path), Quoted(label), Quoted(group), test.Contains(group) ? "test" : "train").Append('\n');
        }

        return new DraftSplit(new DatasetSplit("groups", SplitBy.File, SplitFile.DefaultName), csv.ToString(), test);
    }

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",;\t|\"") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
