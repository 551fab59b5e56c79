using System.Buffers.Binary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Images.Jpeg;
using EdgeInfer.Images.Png;

namespace EdgeInfer.Images.Files;

/// <summary>Size of an image by its header.</summary>
public static class StillSize
{
    private const int PngSizeAt = 16;
    private const int PngSizeEnd = 24;

    /// <summary>Null where the header, or a marker of a JPEG, is damaged.</summary>
    public static (int Width, int Height)? Of(byte[] bytes)
    {
        if (PngImage.IsPng(bytes))
            return bytes.Length < PngSizeEnd ? null : (Number(bytes, PngSizeAt), Number(bytes, PngSizeAt + 4));
        try
        {
            var (frame, _) = JpegMarkers.Walk(bytes, nameof(bytes));
            return (frame.Width, frame.Height);
        }
        catch (InvalidInputException)
        {
            return null;
        }
    }

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}
