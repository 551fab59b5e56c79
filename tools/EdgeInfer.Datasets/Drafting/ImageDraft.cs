using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Datasets.Pictures;
using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Drafts a data set of kind images.</summary>
internal static class ImageDraft
{
    public static DatasetDraft Draft(string directory, PictureScan scan, string? groupPattern)
    {
        if (scan.Pictures.Count == 0)
            throw new InvalidInputException(
                Path.Combine(directory, scan.Broken[0].Path),
                Invariant($"{scan.Broken[0].Reason}; none of the {scan.Broken.Count} pictures here can be read"));
        string[] paths = [.. scan.Pictures.Select(picture => picture.Path)];
        var parts = new PathParts(paths, groupPattern, labelled: false);
        var counts = paths
            .GroupBy(path => (parts.Label(path), parts.Group(path)))
            .ToDictionary(files => files.Key, files => (long)files.Count());
        var table = ClassGroupTable.Of("files", counts);
        var split = DraftSplit.Of(paths, null, parts, table);
        var duplicates = DuplicateFiles.Find(directory, paths);
        var (frame, sizes) = ImageFrame.Of(scan.Pictures);
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
            directory, dataset, split.Csv, paths.Length, table, null, duplicates,
            [
                .. DraftWarnings.Of(table, null, split.Test, duplicates), .. sizes is null ? [] : (string[])[sizes],
                .. PictureNotes.Of(scan), "licence is 'unknown': fill it in",
            ]);
    }
}
