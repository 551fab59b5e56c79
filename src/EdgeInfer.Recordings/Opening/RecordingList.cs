using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Segments;
using EdgeInfer.Recordings.Tables;

namespace EdgeInfer.Recordings.Opening;

/// <summary>Turns the listed files into recordings with label, group and side.</summary>
internal sealed class RecordingList(Dataset dataset, DatasetSplit split, Func<string, IReadOnlyList<GroupRun>> runsOf, Problems problems)
{
    private readonly LabelTexts _labels = new(dataset);
    private readonly RecordingIds _ids = new();

    public IReadOnlyList<Recording> Read(IReadOnlyList<ListedFile> files)
    {
        var recordings = new List<Recording>();
        _ids.Prepare(files.Select(file => file.Row.Path));
        foreach (var file in files)
        {
            problems.Try(() =>
            {
                CheckFiles(file);
                recordings.AddRange(Read(file));
            });
        }

        if (dataset.Segments is { PathColumn: null } segments && !SegmentFile.IsPerRecording(segments) && files.Count > 1)
        {
            problems.Add(
                files[0].Place,
                FormattableString.Invariant($"field segments.path_column of dataset.json is missing, but one list serves {files.Count} ")
                + "recordings: name the column that says which, or put {name} into segments.file");
        }

        GroupSides.Check(split, recordings, files, problems);
        return recordings;
    }

    private void CheckFiles(ListedFile file)
    {
        if (!SensorFiles.AreUsed(dataset))
        {
            FileSignature.Check(file.FullPath, dataset.Kind);
            return;
        }

        if (!Directory.Exists(file.FullPath))
            throw new InvalidInputException(file.FullPath, "folder not found, but channels.file says that a recording is a folder");
        foreach (var sensor in SensorFiles.Of(dataset).Where(sensor => !File.Exists(Path.Combine(file.FullPath, sensor))))
            throw new InvalidInputException(file.FullPath, $"holds no file '{sensor}', which channels.file names");
    }

    private List<Recording> Read(ListedFile file)
    {
        var row = file.Row;
        if (dataset.Blocks is not null)
            return InBlocks(file);
        PerRow(file, "group", row.Group, dataset.GroupsInFile, dataset.GroupColumn);
        var whole = WithTruth(file, new Recording(_ids.Of(row.Path), row.Path, row.Group, default));
        if (!dataset.GroupsInFile)
            return [whole with { Side = GroupSides.Of(split, row, row.Group, file.Place) }];

        var runs = runsOf(file.FullPath);
        return runs.Select((run, index) => whole with
        {
            Id = _ids.Of(row.Path, index, runs.Count, run.Group),
            Group = run.Group,
            Side = GroupSides.Of(split, row, run.Group, file.FullPath),
            Rows = run.First..(run.First + run.Count),
        }).ToList();
    }

    private List<Recording> InBlocks(ListedFile file)
    {
        var row = file.Row;
        var whole = WithTruth(file, new Recording(_ids.Of(row.Path), row.Path, row.Group, default));
        // Files that name no group are told apart by their own names.
        var group = row.Group == SplitRow.PerRow ? Path.GetFileNameWithoutExtension(row.Path) : row.Group;
        return runsOf(file.FullPath).Select(run => whole with
        {
            Id = $"{whole.Id}-{run.Group}",
            Group = $"{group}-{run.Group}",
            Side = GroupSides.Of(split, row, $"{group}-{run.Group}", file.FullPath),
            Rows = run.First..(run.First + run.Count),
        }).ToList();
    }

    private Recording WithTruth(ListedFile file, Recording recording)
    {
        var text = file.Row.Label;
        PerRow(file, "label", text, dataset.LabelsInFile, dataset.LabelColumn);
        if (dataset.LabelsInFile)
            return recording;
        if (dataset.Task == TaskKind.Regression)
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var target) && double.IsFinite(target)
                ? recording with { Target = target }
                : throw new InvalidInputException(file.Place, $"column 'label': '{text}' is not a finite number");
        }

        var label = _labels.Find(text);
        return label != LabelIndex.Unlabelled
            ? recording with { Label = label }
            : throw new InvalidInputException(file.Place, $"column 'label': {_labels.Unknown(text)}");
    }

    /// <summary>A value stands either in split.csv or in a column of the file, never in both.</summary>
    private static void PerRow(ListedFile file, string name, string value, bool inFile, string? column)
    {
        if (inFile && value != SplitRow.PerRow)
        {
            throw new InvalidInputException(
                file.Place,
                $"column '{name}': '{value}', but dataset.json takes it from "
                + $"{(column is null ? "the file itself, or a list" : $"the column '{column}'")}: say {SplitRow.PerRow}");
        }

        if (!inFile && value == SplitRow.PerRow)
        {
            throw new InvalidInputException(
                file.Place, $"column '{name}': {SplitRow.PerRow}, but dataset.json names no {name}_column");
        }
    }
}
