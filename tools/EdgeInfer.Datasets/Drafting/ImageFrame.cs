using EdgeInfer.Core.Windows;
using EdgeInfer.Datasets.Pictures;
using EdgeInfer.Images.Pixels;
using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Proposes the frame of a data set: the pictures' own size where they share one, or the median of their sizes.</summary>
internal static class ImageFrame
{
    /// <summary>Longest side of a proposed frame, px: small networks on small devices learn from frames of about this size.</summary>
    private const int LongestSide = 96;

    /// <summary>Stretching that changes the ratio of the sides by less than this is not seen.</summary>
    private const double UnseenStretch = 1.1;

    /// <param name="pictures">At least one.</param>
    /// <returns>The frame, and where it does not take the pictures as they are, a sentence that says so.</returns>
    public static (DatasetFrame Frame, string? Sentence) Of(IReadOnlyList<ScannedPicture> pictures)
    {
        var colour = pictures.All(picture => picture.IsGray) ? FrameColour.Gray : FrameColour.Rgb;
        (int Width, int Height)[] sizes = [.. pictures.Select(picture => (picture.Width, picture.Height)).Distinct()];
        var own = new DatasetFrame(sizes[0].Width, sizes[0].Height, colour);
        if (sizes.Length == 1 && IsAllowed(own))
            return (own, null);

        var (width, height) = (Median(pictures.Select(picture => picture.Width)), Median(pictures.Select(picture => picture.Height)));
        var scale = Math.Min(1, LongestSide / (double)Math.Max(width, height));
        var frame = new DatasetFrame(
            Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)), colour, FrameFit.Stretch);
        return sizes.All(size => StretchOf(size, frame) < UnseenStretch)
            ? (frame, Sentence(pictures, sizes, frame, "stretch: resized to it"))
            : (frame with { Fit = FrameFit.Pad }, Sentence(pictures, sizes, frame, "pad: scaled to fit inside, with a black border"));
    }

    private static string Sentence(
        IReadOnlyList<ScannedPicture> pictures, (int Width, int Height)[] sizes, DatasetFrame frame, string fit) => Invariant(
        $"{pictures.Count} pictures have {sizes.Length} size{(sizes.Length > 1 ? "s" : "")}, ")
        + $"{Range(sizes.Select(size => size.Width))} px wide and {Range(sizes.Select(size => size.Height))} px high: "
        + Invariant($"the frame is {frame.Width} x {frame.Height} px, its fit {fit} (frame in dataset.json; crop, pad and stretch differ)");

    private static string Range(IEnumerable<int> sides) =>
        sides.Min() == sides.Max() ? Invariant($"{sides.Min()}") : Invariant($"{sides.Min()} to {sides.Max()}");

    private static bool IsAllowed(DatasetFrame frame) => Math.Max(frame.Width, frame.Height) <= ImageLimits.Side
        && (long)frame.Width * frame.Height * (frame.Colour == FrameColour.Gray ? 1 : Still.Colours) <= ImageLimits.Values;

    private static double StretchOf((int Width, int Height) size, DatasetFrame frame)
    {
        var change = (double)size.Width * frame.Height / ((double)size.Height * frame.Width);
        return Math.Max(change, 1 / change);
    }

    private static int Median(IEnumerable<int> values)
    {
        int[] ordered = [.. values.Order()];
        return ordered[ordered.Length / 2];
    }
}
