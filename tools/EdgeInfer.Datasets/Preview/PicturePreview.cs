using System.Collections.Concurrent;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Files;
using EdgeInfer.Images.Pixels;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Opening;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Preview;

/// <summary>A contact sheet of picture files; those that can't be read are listed.</summary>
internal static class PicturePreview
{
    /// <summary>Longest side of a thumbnail, px.</summary>
    private const int ThumbnailSide = 96;

    public static string Render(string directory, Dataset dataset, string? split)
    {
        DatasetRules.Check(dataset, Path.Combine(directory, DatasetFile.Name), Problems.Throw);
        var chosen = DatasetChoice.Split(dataset, directory, split);
        var problems = Problems.Gather();
        var recordings = new RecordingList(dataset, chosen, _ => [], problems)
            .Read(FileList.Read(directory, dataset, chosen, problems));
        var frame = dataset.Frame!.ToShape();
        var broken = Broken(directory, recordings, frame);
        string[] labels = dataset.Labels.Count == 0 ? ["all pictures"] : [.. LabelTexts.Answers(dataset)];
        var sheet = new ContactSheet();
        var sections = labels.Select((label, index) => sheet.Section(
            label,
            index,
            [.. recordings.Where(recording => !broken.ContainsKey(recording) && Math.Max(recording.Label, 0) == index)],
            recording => Thumbnail(directory, recording, frame, problems))).ToArray();
        return PreviewPage.Of(
            dataset,
            Invariant($"{recordings.Count} pictures in split '{chosen.Name}', shown as a model sees them: ")
            + Invariant($"{frame.Width} x {frame.Height} px, fit {frame.Fit.ToString().ToLowerInvariant()}."),
            [.. problems.Found.Concat(broken.Values).Select(problem => problem.Message).Distinct().Order(StringComparer.Ordinal)],
            [.. sections]);
    }

    /// <summary>By the files' headers and ends; pixels are decoded of those alone that are shown.</summary>
    private static ConcurrentDictionary<Recording, InvalidInputException> Broken(
        string directory, IReadOnlyList<Recording> recordings, FrameShape frame)
    {
        var broken = new ConcurrentDictionary<Recording, InvalidInputException>();
        Parallel.ForEach(recordings, recording =>
        {
            var path = Path.Combine(directory, recording.Path);
            try
            {
                var header = StillHeader.Read(StillFile.Read(path), path);
                FrameSize.Admit(header.Width, header.Height, frame, path);
            }
            catch (InvalidInputException problem)
            {
                broken[recording] = problem;
            }
        });
        return broken;
    }

    private static (byte[] Png, int Width, int Height)? Thumbnail(
        string directory, Recording recording, FrameShape frame, Problems problems)
    {
        var path = Path.Combine(directory, recording.Path);
        var scale = Math.Min(1, ThumbnailSide / (double)Math.Max(frame.Width, frame.Height));
        var small = frame with
        {
            Width = Math.Max(1, (int)(frame.Width * scale)),
            Height = Math.Max(1, (int)(frame.Height * scale)),
            Fit = frame.Fit == FrameFit.Exact ? FrameFit.Stretch : frame.Fit,
        };
        byte[]? png = null;
        problems.Try(() => png = PngBytes.Of(StillFile.Decode(StillFile.Read(path), small, path), small));
        return png is null ? null : (png, small.Width, small.Height);
    }
}
