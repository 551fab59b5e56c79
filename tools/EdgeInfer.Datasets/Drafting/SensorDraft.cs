using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Drafts a data set of kind sensor-csv.</summary>
internal static class SensorDraft
{
    private const int FewestWindowSamples = 16;

    public static DatasetDraft Draft(string directory, IReadOnlyList<string> paths, string? groupPattern)
    {
        var scan = new CsvScan(directory, paths);
        var columns = scan.Columns();
        var roles = ColumnRoles.Of(columns, groupsByFile: groupPattern is not null || scan.Paths.Count > 1);
        if (roles.Channels.Count == 0)
            throw new InvalidInputException(Path.Combine(directory, scan.Paths[0]), "has no numeric column to take as a channel");

        var parts = new PathParts(scan.Paths, groupPattern, labelled: roles.Label is not null);
        var unit = roles.Time is null ? "" : TimeUnitGuess.Of(roles.Time);
        var (counts, steps) = (new Dictionary<(string Class, string Group), long>(), new List<long>());
        scan.Count(roles, unit, parts, counts, steps);
        var table = ClassGroupTable.Of("rows", counts);
        var rate = RateFacts.Of(steps);
        var split = DraftSplit.Of(scan.Paths, roles, parts, table);
        var duplicates = DuplicateFiles.Find(directory, scan.Paths);
        return new DatasetDraft(
            directory, Describe(directory, roles, unit, rate, table, split), split.Csv, scan.Paths.Count, table, rate, duplicates,
            [.. scan.Warnings, .. DraftWarnings.Of(table, rate, split.Test, duplicates), .. Unclear(roles)]);
    }

    private static Dataset Describe(
        string directory, ColumnRoles roles, string unit, RateFacts? facts, ClassGroupTable table, DraftSplit split)
    {
        var rate = facts is null ? 0 : Significant(facts.RateHz);
        return new Dataset
        {
            Schema = Dataset.CurrentSchema,
            Name = DraftFiles.TaskName(directory),
            Licence = "unknown",
            Kind = DatasetKind.SensorCsv,
            Task = TaskKind.Classification,
            Labels = [.. table.Classes.Select(name => new DatasetLabel(name))],
            Channels = [.. roles.Channels.Select(column => new DatasetChannel(column.Name, "unknown"))],
            RateHz = rate,
            Timestamp = roles.Time is null ? null : new DatasetTimestamp(roles.Time.Name, unit),
            LabelColumn = roles.Label?.Name,
            GroupColumn = roles.Group?.Name,
            Window = new DatasetWindow(rate is > 0 and < FewestWindowSamples ? Math.Ceiling(FewestWindowSamples / rate) : 1, 0.5),
            Splits = [split.Split],
        };
    }

    private static IEnumerable<string> Unclear(ColumnRoles roles)
    {
        yield return "licence and units of the channels are 'unknown': fill them in";
        if (roles.Time is null)
            yield return "no timestamp column was recognised: set rate_hz, which is 0 in the draft and refused as such";
        if (roles.Label is null)
            yield return "no label column was recognised: the class is taken from each file's name or folder";
        foreach (var column in roles.Unused)
        {
            yield return ColumnRoles.NamesGroups(column)
                ? $"column '{column.Name}' seems to name groups, but they were read off the paths: "
                    + "a group in two files must stand on one side"
                : $"column '{column.Name}' holds text and is not used";
        }
    }

    private static double Significant(double value)
    {
        var scale = Math.Pow(10, Math.Floor(Math.Log10(value)) - 2);
        return Math.Round(Math.Round(value / scale) * scale, 6);
    }
}
