using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Jpeg;
using EdgeInfer.Images.Pixels;
using EdgeInfer.Images.Png;
using static System.FormattableString;

namespace EdgeInfer.Images.Files;

/// <summary>Reads one image file of a data set.</summary>
public static class StillFile
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
        if (!StillSignature.IsImage(bytes))
            throw new InvalidInputException(path, "is neither a JPEG nor a PNG image");
        var still = PngImage.IsPng(bytes) ? PngImage.Read(bytes, frame, path) : JpegImage.Read(bytes, frame, path);
        return still.Values(frame.Colour);
    }
}
