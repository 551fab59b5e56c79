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
    private readonly HashSet<string> _groupsLeftOut = [];

    /// <summary>Groups that the lists of a built-in split do not name; in a folder's own description they are an error.</summary>
    public IReadOnlyCollection<string> GroupsLeftOut => _groupsLeftOut;

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
            return SideOf(file, row.Group, file.Place) is { } known ? [whole with { Side = known }] : [];

        var runs = runsOf(file.FullPath);
        var recordings = new List<Recording>();
        foreach (var (index, run) in runs.Index())
        {
            if (SideOf(file, run.Group, file.FullPath) is not { } side)
                continue;
            recordings.Add(whole with
            {
                Id = _ids.Of(row.Path, index, runs.Count, run.Group),
                Group = run.Group,
                Side = side,
                Rows = run.First..(run.First + run.Count),
            });
        }

        return recordings;
    }

    private SplitSide? SideOf(ListedFile file, string group, string place)
    {
        var side = GroupSides.Of(split, file.Row, group);
        if (side is null && !dataset.IsBuiltIn)
            throw new InvalidInputException(place, $"group '{group}' is in neither list of split '{split.Name}'");
        if (side is null)
            _groupsLeftOut.Add(group);
        return side;
    }

    private List<Recording> InBlocks(ListedFile file)
    {
        var row = file.Row;
        var whole = WithTruth(file, new Recording(_ids.Of(row.Path), row.Path, row.Group, default));
        // Files that name no group are told apart by their own names.
        var group = row.Group == SplitRow.PerRow ? Path.GetFileNameWithoutExtension(row.Path) : row.Group;
        return [.. runsOf(file.FullPath)
            .Select(run => (Run: run, Side: SideOf(file, $"{group}-{run.Group}", file.FullPath)))
            .Where(block => block.Side is not null)
            .Select(block => whole with
            {
                Id = $"{whole.Id}-{block.Run.Group}",
                Group = $"{group}-{block.Run.Group}",
                Side = block.Side!.Value,
                Rows = block.Run.First..(block.Run.First + block.Run.Count),
            })];
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
