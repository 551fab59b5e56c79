using System.Text.RegularExpressions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Clocks;
using EdgeInfer.Datasets.Paths;
using EdgeInfer.Datasets.Questions;
using EdgeInfer.Datasets.Surveying;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Roles;

/// <summary>Which columns carry the class and the group, and which are channels.</summary>
/// <param name="Label">Null where the paths tell the classes.</param>
/// <param name="Group">Null where the paths tell the groups, or nothing does.</param>
/// <param name="Channels">In the order of the files.</param>
/// <param name="LeftOut">The others, but for the clock.</param>
internal sealed partial record ColumnRoles(
    ColumnSurvey? Label, ColumnSurvey? Group, IReadOnlyList<ColumnSurvey> Channels, IReadOnlyList<UnusedColumn> LeftOut)
{
    /// <param name="place">Folder, for errors.</param>
    /// <param name="survey">What its tables hold.</param>
    /// <param name="clock">Null where there is none.</param>
    /// <param name="taken">Columns that are something else already.</param>
    /// <param name="options">What the user decides.</param>
    /// <exception cref="InvalidInputException">An option names no column, or no channel is left.</exception>
    /// <exception cref="OpenQuestionException">Two columns could be the class.</exception>
    public static ColumnRoles Of(
        string place, TableSurvey survey, DatasetTimestamp? clock, IReadOnlyCollection<string> taken, DraftOptions options)
    {
        string?[] clocks = [clock?.Column, clock?.TimeColumn];
        var rest = survey.Columns.Where(column => !clocks.Contains(column.Name) && !taken.Contains(column.Name)).ToList();
        var label = LabelOf(place, survey, rest, options);
        var group = GroupOf(survey, rest, label, clock, options);
        RefuseSensors(place, rest);
        RequireWhole(place, label, "--label");
        RequireWhole(place, group, "--group");
        var (channels, leftOut) = (new List<ColumnSurvey>(), new List<UnusedColumn>());
        foreach (var column in rest.Where(column => column != label && column != group))
        {
            if (ReasonAgainst(column, clock) is { } reason)
                leftOut.Add(new UnusedColumn(column, reason));
            else
                channels.Add(column);
        }

        return channels.Count > 0
            ? new ColumnRoles(label, group, channels, leftOut)
            : throw new InvalidInputException(place, "no column is left to be a channel: " + string.Join("; ", leftOut.Take(8).Select(
                each => $"'{each.Column.Name}' {each.Reason}")));
    }

    /// <summary>Whether the column's name says that it tells people, machines or sessions apart.</summary>
    public static bool NamesGroups(ColumnSurvey column) => GroupName().IsMatch(column.Name) && !IsFlag(column);

    /// <summary>Zeros and ones say whether something is so, not whose it is.</summary>
    private static bool IsFlag(ColumnSurvey column) =>
        column is { IsNumeric: true, IsWhole: true, Smallest: 0, Largest: 1 };

    private static void RequireWhole(string place, ColumnSurvey? column, string option)
    {
        if (column is { Empty: > 0 })
        {
            throw new InvalidInputException(
                place, $"column '{column.Name}' is empty in {column.Empty} of {column.Rows} rows: remove those rows, or give "
                    + $"another {option}");
        }
    }

    /// <summary>Rows of several sensors in the same columns are no samples of one.</summary>
    private static void RefuseSensors(string place, IReadOnlyList<ColumnSurvey> rest)
    {
        var annotations = rest.Where(column => column.Texts > 0 && column.HasFewValues);
        if (annotations.FirstOrDefault(column => column.Distinct.All(KnownWords.IsSensor)) is { } sensors)
        {
            throw new InvalidInputException(place,
                $"column '{sensors.Name}' says that rows are of several sensors ({string.Join(", ", sensors.Distinct.Take(4))}), "
                    + $"in the same columns: "
                + "write a file a sensor into a folder a recording");
        }
    }

    private static ColumnSurvey Classes(ColumnSurvey column) => column.HasFewValues ? column : throw new InvalidInputException(
        "--label",
        column.Distinct.Count < 2
            ? $"column '{column.Name}' has one value, so that there is nothing to tell apart"
            : $"column '{column.Name}' has more than {ColumnSurvey.MaxDistinct} values: it is a measurement, and regression is "
                + $"not learnt yet");

    private static bool NamesClasses(ColumnSurvey column) => LabelName().IsMatch(column.Name);

    private static ColumnSurvey? LabelOf(string place, TableSurvey survey, IReadOnlyList<ColumnSurvey> rest, DraftOptions options)
    {
        if (options.Label is { } named && !PathPattern.Is(named))
            return Classes(Named(survey, named, "--label"));
        if (options.Label is not null)
            return null;
        var candidates = rest
            .Where(column => IsAnnotation(column) && !NamesGroups(column))
            .Select(column => (Column: column, Score: LabelScore(column)))
            .OrderByDescending(each => each.Score)
            .ToList();
        // A column that no name makes the class may be anything of a recording, such as its place.
        if (candidates.Count > 0 && !NamesClasses(candidates[0].Column) && ClassParts.ArePlain(survey.Paths))
            return null;
        if (candidates.Count > 1 && (NamesClasses(candidates[1].Column) || candidates[0].Score == candidates[1].Score))
        {
            throw new OpenQuestionException(
                place,
                $"Columns '{candidates[0].Column.Name}' and '{candidates[1].Column.Name}' could both be what is to be told apart.",
                [
                    .. candidates.Take(2).Select(each => new DraftChoice(
                        $"'{each.Column.Name}' is the class", $"--label {each.Column.Name}", options with { Label = each.Column.Name })),
                ]);
        }

        return candidates.FirstOrDefault().Column;
    }

    private static ColumnSurvey? GroupOf(
        TableSurvey survey, IReadOnlyList<ColumnSurvey> rest, ColumnSurvey? label, DatasetTimestamp? clock, DraftOptions options)
    {
        if (options.Group is { } named)
            return PathPattern.Is(named) || named.StartsWith(GroupBlocks.Prefix, StringComparison.Ordinal) ? null
                : Named(survey, named, "--group");
        var group = rest.FirstOrDefault(column => column != label && NamesGroups(column) && column.HasFewValues);
        if (group is not null || survey.Paths.Count > 1)
            return group;
        // Of one table, a column that holds still for long stretches and has a few values tells runs apart; two values are an annotation.
        return rest.FirstOrDefault(column => column != label && IsAnnotation(column) && column.Distinct.Count > 2)
            ?? (clock?.TimeColumn is not null ? survey.Columns.First(column => column.Name == clock.Column) is { HasFewValues: true } day
                ? day : null : null);
    }

    private static string? ReasonAgainst(ColumnSurvey column, DatasetTimestamp? clock) => column switch
    {
        { Texts: > 0 } when column.Texts * 2 < column.Rows && !column.HasFewValues => throw new InvalidInputException(
            column.FirstTextPlace!,
                $"column '{column.Name}': '{column.FirstText}' among numbers; mend the cell, or empty it and give --holes gap"),
        _ when column.Name.Length == 0 => "has no name",
        { IsNumeric: false } => "holds text",
        _ when column.Empty == column.Rows => "is empty",
        _ when NamesGroups(column) => "names groups, and as a channel it would tell the model whom it sees",
        _ when PlaceName().IsMatch(column.Name) => "tells the place on earth, and with it perhaps the answer",
        _ when column.Distinct.Count == 1 => "never changes",
        _ when column.IsOfFile => "has one value a file, and tells the file instead of a signal",
        _ when ClockColumns.IsCounter(column) => clock is null ? "rises as a counter does" : "tells the time or the row again",
        _ when IsAnnotation(column) => "looks like a second annotation, and as a channel it could give the answer away",
        _ => null,
    };

    /// <summary>Few values, in long stretches: somebody or something annotated the rows.</summary>
    private static bool IsAnnotation(ColumnSurvey column) =>
        column.HasFewValues
        && (column.Texts > 0 || (column.IsWhole && (column.RarelyChanges || column.IsOfFile || NamesClasses(column))));

    private static int LabelScore(ColumnSurvey column) =>
        (ExactLabelName().IsMatch(column.Name) ? 4 : NamesClasses(column) ? 3 : 0)
        + (column.Texts > 0 ? 2 : 0)
        + (column.Distinct.Any(KnownWords.IsState) ? 2 : 0);

    private static ColumnSurvey Named(TableSurvey survey, string name, string option) =>
        survey.Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new InvalidInputException(
            option,
            $"there is no column '{name}'; there are {string.Join(", ", survey.Columns.Take(12).Select(column => column.Name))}. "
            + "A pattern of the path holds {label}, {group} or {side}.");

    [GeneratedRegex(
        "label|class|activity|state|target|fault|condition|anomaly|failure|event|behaviou?r|outcome|annotation|config|count|occupancy",
        RegexOptions.IgnoreCase)]
    private static partial Regex LabelName();

    [GeneratedRegex("^(label|class|activity|target|state|condition|y)$", RegexOptions.IgnoreCase)]
    private static partial Regex ExactLabelName();

    [GeneratedRegex("^(gps_?)?(lat|latitude|lon|lng|long|longitude)$", RegexOptions.IgnoreCase)]
    private static partial Regex PlaceName();

    [GeneratedRegex("group|subject|person|user|participant|patient|machine|session|device|volunteer", RegexOptions.IgnoreCase)]
    private static partial Regex GroupName();
}
