using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Drafts a data set of kind images.</summary>
internal static class ImageDraft
{
    public static DatasetDraft Draft(string directory, IReadOnlyList<string> paths, string? groupPattern)
    {
        var parts = new PathParts(paths, groupPattern, labelled: false);
        var counts = paths
            .GroupBy(path => (parts.Label(path), parts.Group(path)))
            .ToDictionary(files => files.Key, files => (long)files.Count());
        var table = ClassGroupTable.Of("files", counts);
        var split = DraftSplit.Of(paths, null, parts, table);
        var duplicates = DuplicateFiles.Find(directory, paths);
        var (frame, sizes) = ImageFrame.Read(directory, paths);
        var dataset = new Dataset
        {
            Schema = Dataset.CurrentSchema,
            Name = DraftFiles.TaskName(directory),
            Licence = "unknown",
            Kind = DatasetKind.Images,
            Task = TaskKind.Classification,
            Labels = [.. table.Classes.Select(name => new DatasetLabel(name))],
            Frame = frame,
            Splits = [split.Split],
        };
        return new DatasetDraft(
            directory, dataset, split.Csv, paths.Count, table, null, duplicates,
            [.. DraftWarnings.Of(table, null, split.Test, duplicates), .. sizes, "licence is 'unknown': fill it in"]);
    }
}
