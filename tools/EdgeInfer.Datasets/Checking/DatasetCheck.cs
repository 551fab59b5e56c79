using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Scanning;
using EdgeInfer.Recordings.Tables;

namespace EdgeInfer.Datasets.Checking;

/// <summary>Reads a whole data set and tells all that is wrong with it, not only the first.</summary>
public static class DatasetCheck
{
    /// <inheritdoc cref="RecordingSet.Open"/>
    public static CheckReport Run(string directory, string? task = null, string? split = null)
    {
        var problems = Problems.Gather();
        var notes = new List<string>();
        var recordings = 0;
        problems.Try(() => recordings = Look(directory, task, split, problems, notes));
        return new CheckReport(recordings, [.. problems.Found.Select(problem => problem.Message).Distinct()], notes);
    }

    private static int Look(string directory, string? task, string? split, Problems problems, List<string> notes)
    {
        var dataset = DatasetChoice.Read(directory, task);
        DatasetRules.Check(dataset, Path.Combine(directory, DatasetFile.Name), problems);
        if (problems.Found.Count > 0)
            return 0;

        var chosen = DatasetChoice.Split(dataset, directory, split);
        var files = FileList.Read(directory, dataset, chosen, problems);
        if (chosen.Leaky)
            notes.Add($"split '{chosen.Name}' is declared leaky: every figure will say so");
        var recordings = dataset.Kind == DatasetKind.SensorCsv
            ? LookAtTables(directory, dataset, chosen, files, problems, notes)
            : LookAtOthers(directory, dataset, chosen, files, problems, notes);
        if (problems.Found.Count == 0 && dataset.Kind != DatasetKind.AudioWav)
            notes.AddRange(VerdictNotes.Of(dataset, chosen, recordings));
        var samples = recordings.SelectMany(recording => RecordingFiles.OfSamples(dataset, recording.Path)).Distinct();
        foreach (var same in DuplicateFiles.Find(directory, samples.Where(path => File.Exists(Path.Combine(directory, path)))))
        {
            var labels = recordings.Where(recording => same.Contains(recording.Path)).Select(recording => recording.Label);
            var classes = labels.Distinct().Count();
            notes.Add(classes > 1
                ? $"identical content under {classes} classes, all but one of which are wrong: {string.Join(", ", same)}"
                : $"identical content: {string.Join(", ", same)}");
        }

        if (problems.Found.Count == 0 && dataset.Kind is DatasetKind.Images or DatasetKind.ImagesIdx && !chosen.Leaky)
            problems.Try(() => SideCopies.Refuse(RecordingSet.Open(directory, task, split)));
        if (problems.Found.Count == 0 && dataset.Origin is not null)
            notes.AddRange(OriginNotes.Of(RecordingSet.Open(directory, task, split)));
        return recordings.Count;
    }

    private static IReadOnlyList<Recording> LookAtTables(
        string directory, Dataset dataset, DatasetSplit split, IReadOnlyList<ListedFile> files, Problems problems, List<string> notes)
    {
        var scans = new TableScans(directory, dataset, problems);
        var list = new RecordingList(dataset, split, scans.Runs, problems);
        var recordings = list.Read(files);
        notes.AddRange(NotesOfLeftOut(directory, dataset, split, files, list));
        var ofFiles = new List<string>();
        foreach (var path in recordings.Select(recording => recording.Path).Distinct())
            problems.Try(() => ofFiles.AddRange(scans.Of(Path.Combine(directory, path)).Notes));
        notes.AddRange(NoteList.Of(ofFiles));
        if (problems.Found.Count > 0)
            return recordings;
        RunFacts Facts(Recording recording) =>
            scans.Of(Path.Combine(directory, recording.Path)).At(recording.Rows?.Start.Value ?? 0);
        notes.AddRange(SampleNotes.Gather(dataset, split, recordings, Facts));
        if (!recordings.Any(recording => WholeWindows.Surely(dataset, Facts(recording))))
            problems.Try(() => WholeWindows.Require(directory, dataset, split));
        problems.Try(() => SideCopies.Refuse(
            RecordingSet.Of(directory, dataset, split, recordings, recording => Facts(recording).Pieces)));
        return recordings;
    }

    private static IEnumerable<string> NotesOfLeftOut(
        string directory, Dataset dataset, DatasetSplit split, IReadOnlyList<ListedFile> files, RecordingList list) =>
        LeftOut.Of(directory, dataset, split, files, list.GroupsLeftOut) is { } leftOut ? [leftOut.Describe()] : [];

    private static IReadOnlyList<Recording> LookAtOthers(
        string directory, Dataset dataset, DatasetSplit split, IReadOnlyList<ListedFile> files, Problems problems, List<string> notes)
    {
        var tables = new SampleTables(directory, dataset);
        var list = new RecordingList(dataset, split, path => tables.Runs(path, problems), problems);
        var recordings = list.Read(files);
        notes.AddRange(NotesOfLeftOut(directory, dataset, split, files, list));
        if (dataset.Kind == DatasetKind.AudioWav)
            return recordings;
        foreach (var path in recordings.Select(recording => recording.Path).Distinct())
            problems.Try(() => _ = tables.Get(Path.Combine(directory, path), problems));
        return recordings;
    }
}
