using System.Globalization;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Tasks;

namespace EdgeInfer.Recordings.Layout;

/// <summary>What a description must say of tables: long ones, files of sensors, holes, lists of segments and blocks.</summary>
internal static class TableRules
{
    private const int MostBlocks = 1000;

    public static void Check(Dataset dataset, Action<bool, string, string> field)
    {
        field(dataset.Resampling == ResamplingRule.Linear || dataset.Timestamp is not null, "resampling",
            "'filtered' is for recordings faster than rate_hz, but without a timestamp all are at rate_hz");
        Holes(dataset, field);
        Sensors(dataset, field);
        Segments(dataset, field);
        Blocks(dataset, field);
        if (dataset.Long is not { } table)
            return;
        field(dataset.Timestamp is not null, "timestamp", "is missing, but a long table is put together by time");
        field(!string.IsNullOrEmpty(table.NameColumn), "long.name_column", "is empty");
        field(!string.IsNullOrEmpty(table.ValueColumn), "long.value_column", "is empty");
        field(table.NameColumn != table.ValueColumn, "long.value_column", $"'{table.ValueColumn}' is the name column as well");
        field(
            dataset.Timestamp?.EqualTimes != EqualTimes.Spread,
            "timestamp.equal_times",
            "'spread', but a long table is put together by time");
    }

    /// <summary>What only tables have.</summary>
    public static void RefuseAll(Dataset dataset, Action<bool, string, string> field)
    {
        (bool IsGiven, string Name)[] members =
        [
            (dataset.Holes is not null, "holes"),
            (dataset.Long is not null, "long"),
            (dataset.Segments is not null, "segments"),
            (dataset.Blocks is not null || dataset.GroupOrigin == GroupOrigin.Blocks, "blocks"),
            (dataset.Resampling != ResamplingRule.Linear, "resampling"),
        ];
        foreach (var (_, name) in members.Where(member => member.IsGiven))
            field(false, name, "is for recordings of kind 'sensor-csv'");
    }

    private static void Holes(Dataset dataset, Action<bool, string, string> field)
    {
        if (dataset.Holes is not { } holes)
            return;
        if (holes.Rule == HoleRule.Gap)
            field(holes.LimitSeconds is null, "holes.limit_seconds", $"{Text(holes.LimitSeconds)} is for 'hold' and 'interpolate'");
        else
            field(holes.LimitSeconds > 0 && double.IsFinite(holes.LimitSeconds.Value), "holes.limit_seconds",
                holes.LimitSeconds is null
                    ? "is missing: say up to how many seconds a hole is filled"
                    : $"{Text(holes.LimitSeconds)} is not above 0");
    }

    private static void Sensors(Dataset dataset, Action<bool, string, string> field)
    {
        var columns = dataset.Channels.GroupBy(channel => (channel.File, channel.ColumnName)).FirstOrDefault(same => same.Count() > 1);
        field(columns is null, "channels", $"column '{columns?.Key.ColumnName}' is given {columns?.Count()} times");
        if (!SensorFiles.AreUsed(dataset))
            return;
        field(
            dataset.Channels.All(channel => channel.File is not null),
            "channels.file",
            "is given for some channels and missing for others");
        foreach (var name in SensorFiles.Of(dataset).Where(name => !IsFileName(name)))
            field(false, "channels.file", $"'{name}' is not the name of a file in the recording's folder");
        field(dataset.Timestamp is not null, "timestamp", "is missing, but files of sensors are joined by time");
        field(dataset.GroupColumn is null, "group_column", "is given, but a folder of sensors' files belongs to one group");
    }

    private static void Segments(Dataset dataset, Action<bool, string, string> field)
    {
        if (dataset.Segments is not { } segments)
            return;
        field(!string.IsNullOrEmpty(segments.File), "segments.file", "is empty");
        field(dataset.LabelColumn is null, "label_column", $"'{dataset.LabelColumn}' gives labels, and segments do as well: keep one");
        field(dataset.Task != TaskKind.Regression, "segments", "give labels of classes, but the task is a regression");
        field(segments.PathColumn is null || !segments.File.Contains("{name}", StringComparison.Ordinal), "segments.path_column",
            $"'{segments.PathColumn}' is for one list of all recordings, but segments.file has a list for each");
        string?[] columns = [segments.StartColumn, segments.EndColumn, segments.LabelColumn, segments.PathColumn];
        field(columns.Distinct().Count() == columns.Length, "segments", "name one column for two things");
    }

    private static void Blocks(Dataset dataset, Action<bool, string, string> field)
    {
        var areBlocks = dataset.GroupOrigin == GroupOrigin.Blocks;
        if (dataset.Blocks is not { } blocks)
        {
            field(!areBlocks, "blocks", "is missing, but group_origin is 'blocks': say into how many each file is cut");
            return;
        }

        field(areBlocks, "blocks", "is given, but group_origin is not 'blocks'");
        field(blocks is >= 2 and <= MostBlocks, "blocks", $"{blocks} is not from 2 to {MostBlocks}");
        field(dataset.GroupColumn is null, "group_column", $"'{dataset.GroupColumn}' gives groups, and blocks do as well: keep one");
    }

    private static bool IsFileName(string name) =>
        name is not ("" or "." or "..") && !name.AsSpan().ContainsAny('/', '\\', '\0');

    private static string Text(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
