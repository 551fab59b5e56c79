using System.Globalization;
using System.Text.RegularExpressions;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Recordings.Layout;

/// <summary>What a description must say beyond its JSON shape; each problem names the field and the value seen.</summary>
internal static partial class DatasetRules
{
    /// <summary>Bounds the values in a window, which a device keeps in memory.</summary>
    public const int MaxWindowValues = 1 << 22;

    /// <summary>A regular expression on a path must not be able to hang the opening.</summary>
    public static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(1);

    public static void Check(Dataset dataset, string place, Problems problems)
    {
        void Field(bool holds, string field, string reason)
        {
            if (!holds)
                problems.Add(place, $"field {field}: {reason}");
        }

        Field(dataset.Schema == Dataset.CurrentSchema, "schema",
            $"{dataset.Schema} is not the schema of this version, {Dataset.CurrentSchema}");
        Field(TaskName().IsMatch(dataset.Name), "name",
            $"'{dataset.Name}' is not of lower-case letters, digits and hyphens");
        Field(!string.IsNullOrWhiteSpace(dataset.Licence), "licence",
            "is empty; say 'unknown' where the data states none");
        Field(dataset.Files is null || IsPattern(dataset.Files), "files",
            $"'{dataset.Files}' is not a regular expression");
        Labels(dataset, Field);
        Splits(dataset, Field);
        if (dataset.Kind == DatasetKind.SensorCsv)
            Sensor(dataset, Field);
        if (dataset.Kind is DatasetKind.Images or DatasetKind.ImagesIdx)
            FrameRules.Check(dataset, Field);
        if (dataset.Kind != DatasetKind.SensorCsv)
            TableRules.RefuseAll(dataset, Field);
        if (dataset.Kind is not (DatasetKind.Images or DatasetKind.ImagesIdx))
            Field(dataset.Frame is null, "frame", "is given, but the kind is not one of images");
    }

    private static void Labels(Dataset dataset, Action<bool, string, string> field)
    {
        var labels = dataset.Labels;
        if (dataset.Task == TaskKind.Regression)
            field(labels.Count == 0, "labels", $"has {labels.Count}, but a regression has none");
        else
            field(labels.Count >= 2, "labels", $"has {labels.Count}, but the task needs at least 2");
        field(labels.All(label => !string.IsNullOrWhiteSpace(label.Name)), "labels", "one has an empty name");
        Normal(dataset, field);
        Unique(labels.Select(label => label.Name), "labels", field);
        Unique(labels.Select(label => label.Value ?? label.Name), "labels (value)", field);
    }

    private static void Normal(Dataset dataset, Action<bool, string, string> field)
    {
        var (labels, normal) = (dataset.Labels, dataset.Normal ?? []);
        field(
            dataset.Task != TaskKind.Anomaly || normal.Count > 0,
            "normal",
            "is empty, but an anomaly task needs the labels that count as normal");
        foreach (var name in normal.Where(name => labels.All(label => label.Name != name)))
            field(false, "normal", $"'{name}' is not the name of a label");
        field(
            normal.Count == 0 || labels.Any(label => !normal.Contains(label.Name)),
            "normal",
            "holds every label, which leaves nothing to detect");
        Unique(normal, "normal", field);
    }

    private static void Sensor(Dataset dataset, Action<bool, string, string> field)
    {
        var channels = dataset.Channels;
        field(channels.Count > 0, "channels", "is empty, but sensor-csv needs at least one");
        field(channels.All(channel => !string.IsNullOrWhiteSpace(channel.Name)), "channels", "one has an empty name");
        Unique(channels.Select(channel => channel.Name), "channels", field);
        field(channels.Count == 0 || channels.Any(channel => channel.Role == ChannelRole.Signal), "channels",
            "hold no channel of role signal");
        field(channels.Count(channel => channel.Role == ChannelRole.Speed) <= 1, "channels",
            "hold more than one channel of role speed");
        var reserved = new[] { dataset.LabelColumn, dataset.GroupColumn, dataset.Timestamp?.Column, dataset.Timestamp?.TimeColumn };
        foreach (var channel in channels.Where(channel => dataset.Long is null && reserved.Contains(channel.ColumnName)))
            field(false, "channels", $"'{channel.ColumnName}' is the timestamp, label or group column as well");
        foreach (var channel in channels.Where(channel => channel.Scale is { } scale && (scale == 0 || !float.IsFinite(scale))))
            field(false, "channels.scale", $"{Text(channel.Scale!.Value)} of '{channel.Name}' is not a 32-bit float other than 0");

        field(dataset.RateHz is > 0 and <= 1e7, "rate_hz", $"{Text(dataset.RateHz)} is not above 0 and at most 1e7");
        ClockRules.Check(dataset, field);
        TableRules.Check(dataset, field);
        Window(dataset, field);
        Envelope(dataset, field);
    }

    private static void Window(Dataset dataset, Action<bool, string, string> field)
    {
        if (dataset.Window is not { } window)
        {
            field(false, "window", "is missing, but sensor-csv needs it");
            return;
        }

        var values = window.Seconds * dataset.RateHz * Math.Max(1, dataset.Channels.Count);
        field(window.Seconds > 0 && window.Seconds * dataset.RateHz >= 2, "window.seconds",
            $"{Text(window.Seconds)} s at {Text(dataset.RateHz)} Hz holds fewer than 2 samples");
        field(!(values > MaxWindowValues), "window.seconds",
            $"{Text(window.Seconds)} s holds {Text(values)} values; the limit is {MaxWindowValues}");
        field(window.Overlap is >= 0 and < 1, "window.overlap", $"{Text(window.Overlap)} is not from 0 to below 1");
        field(window.MaxGapSeconds is null || window.MaxGapSeconds * dataset.RateHz >= 1, "window.max_gap_seconds",
            $"{Text(window.MaxGapSeconds ?? 0)} s is shorter than one period of {Text(dataset.RateHz)} Hz");
    }

    private static void Envelope(Dataset dataset, Action<bool, string, string> field)
    {
        if (dataset.Envelope is not { } band)
            return;
        field(band.LowHz > 0 && band.LowHz < band.HighHz, "envelope",
            $"low_hz {Text(band.LowHz)} is not above 0 and below high_hz {Text(band.HighHz)}");
        field(band.HighHz <= dataset.RateHz / 2, "envelope.high_hz",
            $"{Text(band.HighHz)} is above half the rate, {Text(dataset.RateHz / 2)}");
        foreach (var (name, order) in band.Orders)
            field(order is > 0 and < 1000, $"envelope.orders.{name}", $"{Text(order)} is not above 0 and below 1000");
    }

    private static void Splits(Dataset dataset, Action<bool, string, string> field)
    {
        field(dataset.Splits.Count > 0, "splits", "is empty, but a data set needs at least one");
        Unique(dataset.Splits.Select(split => split.Name), "splits", field);
        for (var i = 0; i < dataset.Splits.Count; i++)
        {
            var split = dataset.Splits[i];
            field(!string.IsNullOrWhiteSpace(split.Name), $"splits[{i}].name", "is empty");
            if (split.By == SplitBy.File)
            {
                field(!string.IsNullOrEmpty(split.File), $"splits[{i}].file", "is missing, but the split is by file");
                field(split.Train is null && split.Test is null, $"splits[{i}]", "by file has no lists of groups");
                field(
                    dataset is not { GroupOrigin: GroupOrigin.Blocks, Blocks: not null },
                    $"splits[{i}].by",
                    "'file' gives all blocks of a file one side: list blocks by 'groups'");
                continue;
            }

            if (split.By == SplitBy.EachGroup)
            {
                field(split.Train is null && split.Test is null, $"splits[{i}]", "by each-group has no lists of groups");
                field(split.File is not null || (dataset.GroupsInFile && dataset.LabelsInFile),
                    $"splits[{i}].file", "is missing, but only split.csv can give a file its label and group here");
                continue;
            }

            var (train, test) = (split.Train ?? [], split.Test ?? []);
            field(train.Count > 0, $"splits[{i}].train", "is empty, but the split is by groups");
            field(test.Count > 0, $"splits[{i}].test", "is empty, but the split is by groups");
            field(split.File is not null || (dataset.GroupsInFile && dataset.LabelsInFile),
                $"splits[{i}].file", "is missing, but only split.csv can give a file its label and group here");
            field(!split.Leaky, $"splits[{i}].leaky", "is true, but lists of groups can't leak");
            foreach (var group in train.Intersect(test))
                field(false, $"splits[{i}]", $"group '{group}' stands on both sides");
        }
    }

    private static void Unique(IEnumerable<string> names, string name, Action<bool, string, string> field)
    {
        foreach (var twice in names.GroupBy(each => each).Where(group => group.Count() > 1))
            field(false, name, $"'{twice.Key}' stands {twice.Count()} times");
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.None, MatchLimit);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex TaskName();
}
