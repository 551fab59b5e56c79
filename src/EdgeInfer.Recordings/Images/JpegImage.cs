using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using JpegLibrary;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Images;

/// <summary>Decodes JPEG files of 8 bits: gray, or luma and two differences of colour as JFIF stores them.</summary>
internal static class JpegImage
{
    private const int Bits = 8;

    /// <exception cref="InvalidInputException">Another size than the frame's, another kind of JPEG, or damaged.</exception>
    public static Still Read(byte[] bytes, FrameShape frame, string path)
    {
        try
        {
            var decoder = new JpegDecoder();
            decoder.SetInput(bytes);
            decoder.Identify();
            StillFile.RequireSize(decoder.Width, decoder.Height, frame, path);
            if (decoder.Precision != Bits || decoder.NumberOfComponents is not (1 or Still.Colours))
            {
                throw new InvalidInputException(
                    path, Invariant($"a JPEG of {decoder.NumberOfComponents} components of {decoder.Precision} bits; 1 or 3 of 8 are read"));
            }

            var planes = new JpegPlanes(frame.Width, frame.Height, decoder.NumberOfComponents);
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
    public static bool IsDamage(Exception error) => error is InvalidDataException or InvalidOperationException
        or ArithmeticException or ArgumentException or IndexOutOfRangeException or NotSupportedException;
}
