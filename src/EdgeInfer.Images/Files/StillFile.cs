using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Fitting;
using EdgeInfer.Images.Jpeg;
using EdgeInfer.Images.Pixels;
using EdgeInfer.Images.Png;
using static System.FormattableString;

namespace EdgeInfer.Images.Files;

/// <summary>Reads and decodes one image file of a data set.</summary>
public static class StillFile
{
    /// <exception cref="InvalidInputException">Missing, too large, or neither JPEG nor PNG.</exception>
    public static byte[] Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new InvalidInputException(path, "file not found");
        if (file.Length > ImageLimits.FileBytes)
            throw new InvalidInputException(path, Invariant($"{file.Length} bytes; an image has at most {ImageLimits.FileBytes}"));
        var bytes = File.ReadAllBytes(path);
        StillSignature.Require(bytes, path);
        return bytes;
    }

    /// <summary>
    /// The picture as the frame that a model takes: decoded, turned as EXIF says, converted to the frame's colour, and fitted by the
    /// frame's rule. Values 0 to 255, [channel][row][column]; whole numbers unless it was resized.
    /// </summary>
    /// <param name="bytes">A JPEG or PNG file.</param>
    /// <param name="frame">Of the data set, or of the bundle that a camera serves.</param>
    /// <param name="path">Named in errors.</param>
    /// <exception cref="InvalidInputException">Of a size that the frame does not take, or damaged.</exception>
    public static float[] Decode(byte[] bytes, FrameShape frame, string path)
    {
        var still = PngImage.IsPng(bytes) ? PngImage.Read(bytes, frame, path) : JpegImage.Read(bytes, frame, path);
        return FittedFrame.Values(still, frame);
    }
}
