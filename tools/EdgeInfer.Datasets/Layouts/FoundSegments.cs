using System.Text.RegularExpressions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Clocks;
using EdgeInfer.Datasets.Surveying;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Layouts;

/// <summary>Recognises lists of stretches of time with their labels, beside the recordings.</summary>
/// <param name="Segments">As dataset.json describes them.</param>
/// <param name="Lists">Files that are lists, and no recordings.</param>
/// <param name="Labels">Labels that they name.</param>
internal sealed partial record FoundSegments(DatasetSegments Segments, IReadOnlyList<string> Lists, IReadOnlyList<string> Labels)
{
    /// <summary>Null where no table has columns for start, end and label.</summary>
    /// <param name="directory">Folder of the data set.</param>
    /// <param name="tables">Tables by their columns.</param>
    /// <param name="clockUnit">Unit of the recordings' clock, in which a list without a stated unit counts.</param>
    public static FoundSegments? Find(string directory, IReadOnlyList<HeaderGroups> tables, string clockUnit)
    {
        foreach (var group in tables)
        {
            var (start, end) = (Named(group, Start()), Named(group, End()));
            var label = Named(group, Label());
            if (start is null || end is null || label is null)
                continue;
            var survey = TableSurvey.Read(directory, group.Paths);
            var starts = survey.Columns.First(column => column.Name == start);
            var path = Named(group, File());
            return new FoundSegments(
                new DatasetSegments(
                    group.Paths.Count == 1 ? group.Paths[0] : OwnLists(group.Paths),
                    start, end, label, TimeUnits.Stated(starts) ?? clockUnit, path),
                group.Paths,
                [.. survey.Columns.First(column => column.Name == label).Distinct.Order(StringComparer.Ordinal)]);
        }

        return null;
    }

    private static string OwnLists(IReadOnlyList<string> paths)
    {
        var endings = paths.Select(path => Ending().Match(Path.GetFileName(path)).Value).Distinct().ToArray();
        return endings is [{ Length: > 0 } ending]
            ? "{name}" + ending
            : throw new InvalidInputException(paths[0], $"is one of {paths.Count} lists of segments, whose names do not end alike");
    }

    private static string? Named(HeaderGroups group, Regex name) => group.Columns.FirstOrDefault(column => name.IsMatch(column.Trim()));

    [GeneratedRegex("^(start|begin|from|onset|t0|t_?start)", RegexOptions.IgnoreCase)]
    private static partial Regex Start();

    [GeneratedRegex("^(end|stop|to|until|offset|t1|t_?end)", RegexOptions.IgnoreCase)]
    private static partial Regex End();

    [GeneratedRegex("label|class|activity|state|annotation|event|behaviou?r", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex("^(file|path|recording|name|filename)", RegexOptions.IgnoreCase)]
    private static partial Regex File();

    [GeneratedRegex(@"[._-](label|labels|segments|annotation|annotations|events)\.[a-z]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();
}
