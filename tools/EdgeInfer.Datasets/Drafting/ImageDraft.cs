using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Datasets.Questions;
using EdgeInfer.Datasets.Roles;
using EdgeInfer.Datasets.Splitting;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Drafts a data set of kind images.</summary>
internal static class ImageDraft
{
    public static DatasetDraft Draft(string directory, IReadOnlyList<string> paths, DraftOptions options)
    {
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
            GroupOrigin = parts.GroupOrigin,
            GroupNoun = parts.GroupOrigin == GroupOrigin.Files ? parts.HasBursts ? "moment" : "picture" : parts.GroupNoun ?? "group",
            Splits = [split.Split],
        };
        var sentences = new PictureSentences(dataset, parts, table, split, paths.Count);
        return new DatasetDraft(
            directory, dataset, split.Csv, table, [.. sentences.All()],
                [.. ClassWarnings.Of(table, split), .. sizes, .. sentences.Warnings()], []);
    }
}
