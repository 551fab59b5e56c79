using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Files;
using EdgeInfer.Images.Pixels;
using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>The frame of a drafted data set: the most frequent size of its images.</summary>
internal static class ImageFrame
{
    /// <summary>The frame, null where no image could be read, and what its user should know.</summary>
    public static (DatasetFrame? Frame, IReadOnlyList<string> Warnings) Read(string directory, IReadOnlyList<string> paths)
    {
        var sizes = paths.Select(path => SizeOf(Path.Combine(directory, path))).ToArray();
        var common = sizes.OfType<(int Width, int Height)>().GroupBy(size => size).MaxBy(same => same.Count());
        if (common is null)
            return (null, ["no image's size could be read: fill in frame (width, height, colour)"]);
        var (width, height) = common.Key;
        var others = sizes.Length - common.Count();
        return (
            new DatasetFrame(width, height, FrameColour.Rgb),
            others == 0 ? [] : [Invariant($"{others} of {sizes.Length} images are not of {width} x {height} px: resize or remove them")]);
    }

    private static (int Width, int Height)? SizeOf(string path) =>
        new FileInfo(path).Length > ImageLimits.FileBytes ? null : StillSize.Of(File.ReadAllBytes(path));
}
