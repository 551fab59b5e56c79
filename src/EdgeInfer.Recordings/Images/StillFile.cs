using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Opening;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Images;

/// <summary>Reads one image file of a data set.</summary>
internal static class StillFile
{
    /// <summary>Values 0 to 255, [channel][row][column].</summary>
    /// <exception cref="InvalidInputException">Missing, too large, of another size than the data set's frame, or damaged.</exception>
    public static float[] Read(string path, FrameShape frame)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new InvalidInputException(path, "file not found");
        if (file.Length > ImageLimits.FileBytes)
            throw new InvalidInputException(path, Invariant($"{file.Length} bytes; an image has at most {ImageLimits.FileBytes}"));
        var bytes = File.ReadAllBytes(path);
        if (!FileSignature.IsImage(bytes))
            throw new InvalidInputException(path, "is neither a JPEG nor a PNG image");
        var still = PngImage.IsPng(bytes) ? PngImage.Read(bytes, frame, path) : JpegImage.Read(bytes, frame, path);
        return still.Values(frame.Colour);
    }

    /// <summary>Checked on the header, before any pixel is decoded.</summary>
    public static void RequireSize(long width, long height, FrameShape frame, string path)
    {
        if (width != frame.Width || height != frame.Height)
            throw new InvalidInputException(path, Invariant($"{width} x {height} px; frame says {frame.Width} x {frame.Height}"));
    }
}
