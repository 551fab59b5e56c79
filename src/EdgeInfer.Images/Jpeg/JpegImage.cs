using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Pixels;
using JpegLibrary;

namespace EdgeInfer.Images.Jpeg;

/// <summary>Decodes JPEG files of 8 bits: gray, or luma and two differences of colour as JFIF stores them.</summary>
internal static class JpegImage
{
    /// <exception cref="InvalidInputException">Another size than the frame's, another kind of JPEG, or damaged.</exception>
    public static Still Read(byte[] bytes, FrameShape frame, string path)
    {
        var (header, length) = JpegMarkers.Walk(bytes, path);
        FrameFit.Require(header.Width, header.Height, frame, path);
        try
        {
            var decoder = new JpegDecoder();
            decoder.SetInput(bytes.AsMemory(0, length));
            decoder.Identify();
            var planes = new JpegPlanes(frame.Width, frame.Height, header.Components.Count);
            decoder.SetOutputWriter(planes);
            decoder.Decode();
            return planes.ToStill();
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
