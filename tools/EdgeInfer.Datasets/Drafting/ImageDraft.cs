using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Datasets.Pictures;
using EdgeInfer.Datasets.Questions;
using EdgeInfer.Datasets.Roles;
using EdgeInfer.Datasets.Splitting;
using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Drafts a data set of kind images.</summary>
internal static class ImageDraft
{
    /// <exception cref="InvalidInputException">No picture can be read, or nothing tells the class.</exception>
    /// <exception cref="OpenQuestionException">Two readings are possible.</exception>
    public static DatasetDraft Draft(string directory, PictureScan scan, DraftOptions options)
    {
        if (scan.Pictures.Count == 0)
        {
            throw new InvalidInputException(
                Path.Combine(directory, scan.Broken[0].Path),
                Invariant($"{scan.Broken[0].Reason}; none of the {scan.Broken.Count} pictures here can be read"));
        }

        string[] paths = [.. scan.Pictures.Select(picture => picture.Path)];
        var parts = new PathRoles(directory, paths, labelled: false, grouped: false, options);
        var counts = paths
            .GroupBy(path => (parts.Label(path), parts.Group(path)))
            .ToDictionary(files => files.Key, files => (long)files.Count());
        var table = ClassGroupTable.Of("files", counts);
        DraftedFile[] files =
        [
            .. paths.Select(path => new DraftedFile(path, parts.Label(path), parts.Group(path), parts.HasSides ? parts.Side(path) : null)),
        ];
        var split = DraftSplit.Of(files, table, blocks: false);
        DraftRules.Check(directory, table, split, parts.HasSides);
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
            GroupOrigin = parts.GroupOrigin,
            GroupNoun = parts.GroupOrigin == GroupOrigin.Files ? parts.HasBursts ? "moment" : "picture" : parts.GroupNoun ?? "group",
            Splits = [split.Split],
        };
        var sentences = new PictureSentences(dataset, parts, table, split, paths.Length);
        return new DatasetDraft(
            directory, dataset, split.Csv, table,
            [.. sentences.All(), .. sizes is null ? [] : (string[])[sizes], .. PictureNotes.Of(scan)],
            [.. ClassWarnings.Of(table, split), .. sentences.Warnings()], []);
    }
}
