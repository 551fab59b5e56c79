using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Clocks;
using EdgeInfer.Datasets.Layouts;
using EdgeInfer.Datasets.Questions;
using EdgeInfer.Datasets.Roles;
using EdgeInfer.Datasets.Surveying;
using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Finds out how the tables of a folder are laid out.</summary>
/// <param name="directory">The folder.</param>
/// <param name="options">What the user decides.</param>
internal sealed class TableReader(string directory, DraftOptions options)
{
    /// <exception cref="InvalidInputException">A file is damaged, or nothing tells time or channels.</exception>
    /// <exception cref="OpenQuestionException">Two readings are possible.</exception>
    public TableReading Read(IReadOnlyList<string> paths)
    {
        if (SensorFolders.Find(paths) is { } folders)
            return Joined(folders);
        var groups = HeaderGroups.Of(directory, paths);
        var alike = groups.Where(group => group.Contains(groups[0])).ToList();
        var survey = WithRows([.. alike.SelectMany(group => group.Paths).Order(StringComparer.Ordinal)], groups[0].Columns);
        var clock = new ClockChoice(directory, survey, options).Find();
        if (LongLayout.Find(survey) is { } table)
            return Long(survey, clock, table);
        var segments = FoundSegments.Find(directory, [.. groups.Skip(1)], clock?.Unit ?? "s");
        var roles = ColumnRoles.Of(directory, survey, clock, [], options);
        return new TableReading(survey.Paths, survey, clock, roles, [.. roles.Channels.Select(column => Channel(column))])
        {
            Segments = roles.Label is null ? segments?.Segments : null,
            SegmentLabels = roles.Label is null ? segments?.Labels : null,
            Sentences =
            [
                .. segments is null || roles.Label is not null ? []
                    : (string[])[$"classes: the lists {SentenceList.Of(segments.Lists)} name them, stretch by stretch"],
                .. LeftOut([.. groups.Except(alike).Where(group => segments is null || group.Paths != segments.Lists)], groups[0]),
                .. alike.SelectMany(group => group.Paths).Except(survey.Paths).Select(path => $"{path} holds a header and no "
                    + $"rows: it is left out"),
            ],
        };
    }

    private TableSurvey WithRows(IReadOnlyList<string> paths, IReadOnlyList<string> columns)
    {
        var survey = TableSurvey.Read(directory, paths, columns);
        string[] filled = [.. paths.Where((_, index) => survey.RowsOf[index] > 0)];
        if (filled.Length == 0)
            throw new InvalidInputException(Path.Combine(directory, paths[0]), "the file has a header but no rows");
        return filled.Length == paths.Count ? survey : TableSurvey.Read(directory, filled, columns);
    }

    private TableReading Long(TableSurvey survey, DatasetTimestamp? clock, DatasetLongTable table)
    {
        if (clock is null)
            throw new InvalidInputException(directory, "a table with one value a row needs a clock: give --time COLUMN");
        var roles = ColumnRoles.Of(directory, survey, clock, [table.NameColumn], options);
        var names = survey.Columns.First(column => column.Name == table.NameColumn).Distinct.Order(StringComparer.Ordinal);
        return new TableReading(
            survey.Paths, survey, clock with { EqualTimes = EqualTimes.Mean, Sort = false }, roles,
            [.. names.Select(name => new DatasetChannel(name, options.UnitOf(name) ?? DatasetChannel.UnknownUnit))])
        {
            Long = table,
            Sentences = [$"each row holds one value: column '{table.NameColumn}' names the channel, '{table.ValueColumn}' holds its value"],
        };
    }

    private TableReading Joined(SensorFolders folders)
    {
        var sensors = folders.Survey(directory);
        if (sensors.Count == 0)
            throw new InvalidInputException(directory,
                $"the sensors' files {SentenceList.Of(folders.Sensors)} have no clock: give --time COLUMN");
        var (file, lead) = sensors[0];
        var clock = new ClockChoice(Path.Combine(directory, file), lead, options).Find();
        var channels = new List<DatasetChannel>();
        ColumnRoles? roles = null;
        foreach (var (name, survey) in sensors)
        {
            var own = ColumnRoles.Of(Path.Combine(directory, name), survey, clock, [], options);
            roles ??= own;
            channels.AddRange(own.Channels.Select(column =>
                Channel(column, $"{Path.GetFileNameWithoutExtension(name)}.{column.Name}", KnownExports.UnitOf(survey, name)) with
                {
                    Column = column.Name,
                    File = name,
                }));
        }

        return new TableReading(folders.Recordings, lead, clock, roles! with { Label = null, Group = null }, channels)
        {
            Sentences =
            [
                $"each folder is a recording, and each of its files a sensor: "
                    + $"{SentenceList.Of([.. sensors.Select(sensor => sensor.File)])}, joined by the clock of {file}",
                .. folders.LeftOut.Count == 0 ? []
                    : (string[])[$"folders without all of these files are left out: {SentenceList.Of(folders.LeftOut)}"],
            ],
        };
    }

    private DatasetChannel Channel(ColumnSurvey column, string? name = null, string? documented = null) => new(
        name ?? column.Name,
        options.UnitOf(name ?? column.Name) ?? options.UnitOf(column.Name) ?? column.Unit ?? documented ?? DatasetChannel.UnknownUnit);

    private static IEnumerable<string> LeftOut(IReadOnlyList<HeaderGroups> others, HeaderGroups taken)
    {
        var files = others.SelectMany(group => group.Paths).ToList();
        if (files.Count > 0)
            yield return Invariant(
                $"{files.Count} of {files.Count + taken.Paths.Count} tables are left out, as their columns differ from those of ")
                    + Invariant($"{taken.Paths[0]}: {SentenceList.Of(files)}");
    }
}
