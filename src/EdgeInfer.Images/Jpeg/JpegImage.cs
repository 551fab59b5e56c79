using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Exif;
using EdgeInfer.Images.Pixels;
using JpegLibrary;

namespace EdgeInfer.Images.Jpeg;

/// <summary>
/// Decodes JPEG files of 8 bits: gray, or luma and two differences of colour as JFIF stores them. The picture is turned as EXIF says.
/// </summary>
internal static class JpegImage
{
    /// <exception cref="InvalidInputException">A size that the frame does not take, another kind of JPEG, or damaged.</exception>
    public static Still Read(byte[] bytes, FrameShape frame, string path)
    {
        var content = JpegMarkers.Walk(bytes, path);
        FrameSize.Admit(content.Size.Width, content.Size.Height, frame, path);
        try
        {
            var decoder = new JpegDecoder();
            decoder.SetInput(bytes.AsMemory(0, content.Length));
            decoder.Identify();
            var planes = new JpegPlanes(content.Frame);
            decoder.SetOutputWriter(planes);
            decoder.Decode();
            return Turning.Apply(planes.ToStill(), content.Orientation);
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new InvalidInputException(path, $"a damaged JPEG: {UserError.OneLine(error.Message)}", error);
        }
    }

    /// <summary>What the decoder throws at damaged bytes, as thousands of mutated files showed.</summary>
    private static bool IsDamage(Exception error) => error is InvalidDataException or InvalidOperationException
        or ArithmeticException or ArgumentException or IndexOutOfRangeException or NotSupportedException;
}
