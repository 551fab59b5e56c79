using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using static System.FormattableString;

namespace EdgeInfer.Images.Pixels;

/// <summary>Holds an image against the frame that a model takes.</summary>
public static class FrameFit
{
    /// <summary>Checked on the header, before any pixel is decoded.</summary>
    /// <exception cref="InvalidInputException">The image is of another size.</exception>
    public static void Require(long width, long height, FrameShape frame, string path)
    {
        if (width != frame.Width || height != frame.Height)
            throw new InvalidInputException(path, Invariant($"{width} x {height} px; frame says {frame.Width} x {frame.Height}"));
    }
}
