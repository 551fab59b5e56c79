using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using static System.FormattableString;

namespace EdgeInfer.Images.Pixels;

/// <summary>Holds a picture's size against the frame that a model takes. It is asked on the header, before any pixel is decoded.</summary>
public static class FrameSize
{
    /// <exception cref="InvalidInputException">Of another size where the frame's rule takes none, or too large to decode.</exception>
    public static void Admit(long width, long height, FrameShape frame, string path)
    {
        Limit(width, height, path);
        if (frame.Fit == FrameFit.Exact && Fault(width, height, frame) is { } fault)
            throw new InvalidInputException(path, $"{fault}; frame.fit, stretch, crop or pad, would take it");
    }

    /// <exception cref="InvalidInputException">Of another size, whatever the frame's rule is.</exception>
    public static void Require(long width, long height, FrameShape frame, string path)
    {
        if (Fault(width, height, frame) is { } fault)
            throw new InvalidInputException(path, fault);
    }

    /// <exception cref="InvalidInputException">No pixel at all, or more than are decoded.</exception>
    internal static void Limit(long width, long height, string path)
    {
        if (width < 1 || height < 1 || width > ImageLimits.PictureSide || height > ImageLimits.PictureSide
            || width * height > ImageLimits.PicturePixels)
        {
            throw new InvalidInputException(
                path,
                Invariant($"{width} x {height} px; a picture has 1 to {ImageLimits.PictureSide} px a side ")
                + Invariant($"and at most {ImageLimits.PicturePixels} px: save it smaller"));
        }
    }

    private static string? Fault(long width, long height, FrameShape frame) => width == frame.Width && height == frame.Height
        ? null
        : Invariant($"{width} x {height} px; frame says {frame.Width} x {frame.Height}");
}
