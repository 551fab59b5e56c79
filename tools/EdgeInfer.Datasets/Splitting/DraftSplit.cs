using System.Text;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Splitting;

/// <summary>The proposed split.</summary>
/// <param name="Split">As dataset.json names it.</param>
/// <param name="Csv">split.csv; null where lists of groups and columns say all.</param>
/// <param name="Test">Groups of the test side; empty where each group is left out in turn.</param>
internal sealed record DraftSplit(DatasetSplit Split, string? Csv, IReadOnlySet<string> Test)
{
    /// <summary>
    /// Below so many groups a split leaves too few to judge on, or too few to learn from: each is left out in turn instead.
    /// </summary>
    public const int FewestForASplit = 2 * GroupFitness.FewestForAVerdict;

    private const string TestSide = "test";

    /// <param name="files">Recordings, in the order of their paths.</param>
    /// <param name="table">Classes by groups.</param>
    /// <param name="blocks">Whether each file is cut into groups.</param>
    public static DraftSplit Of(IReadOnlyList<DraftedFile> files, ClassGroupTable table, bool blocks)
    {
        var own = files.Any(file => file.Side is not null);
        var each = !own && table.Groups.Count is >= 2 and < FewestForASplit;
        var test = own
            ? files.Where(file => file.Side == TestSide).Select(file => file.Group ?? SplitRow.PerRow).ToHashSet(StringComparer.Ordinal)
            : each ? new HashSet<string>(StringComparer.Ordinal) : TestGroups.Of(table);
        var byGroups = !own && (blocks || files.Any(file => file.Group is null));
        var needsFile = own || files.Any(file => file.Label is not null || file.Group is not null) || blocks;
        var listed = needsFile ? SplitFile.DefaultName : null;
        var split = each ? new DatasetSplit("leave-one-group-out", SplitBy.EachGroup, listed)
            : byGroups ? new DatasetSplit(
                "groups", SplitBy.Groups, listed, [.. table.Groups.Where(group => !test.Contains(group))],
                    [.. table.Groups.Where(test.Contains)])
            : new DatasetSplit(own ? "folders" : "groups", SplitBy.File, SplitFile.DefaultName);
        return new DraftSplit(split, needsFile ? Text(files, split.By == SplitBy.File ? test : null) : null, test);
    }

    private static string Text(IReadOnlyList<DraftedFile> files, IReadOnlySet<string>? test)
    {
        var csv = new StringBuilder(test is null ? "path,label,group\n" : "path,label,group,split\n");
        foreach (var file in files)
        {
            var (label, group) = (file.Label ?? SplitRow.PerRow, file.Group ?? SplitRow.PerRow);
            csv.AppendJoin(',', Quoted(file.Path), Quoted(label), Quoted(group));
            if (test is not null)
                csv.Append(',').Append(file.Side ?? (test.Contains(group) ? TestSide : "train"));
            csv.Append('\n');
        }

        return csv.ToString();
    }

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",;\t|\"") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
