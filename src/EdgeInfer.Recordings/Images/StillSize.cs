using System.Buffers.Binary;
using JpegLibrary;

namespace EdgeInfer.Recordings.Images;

/// <summary>Size of an image by its header.</summary>
internal static class StillSize
{
    private const int PngSizeAt = 16;
    private const int PngSizeEnd = 24;

    /// <summary>Null where the header is damaged.</summary>
    public static (int Width, int Height)? Of(byte[] bytes)
    {
        if (PngImage.IsPng(bytes))
            return bytes.Length < PngSizeEnd ? null : (Number(bytes, PngSizeAt), Number(bytes, PngSizeAt + 4));
        try
        {
            var decoder = new JpegDecoder();
            decoder.SetInput(bytes);
            decoder.Identify();
            return (decoder.Width, decoder.Height);
        }
        catch (Exception error) when (JpegImage.IsDamage(error))
        {
            return null;
        }
    }

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}
