using EdgeInfer.Images.Exif;

namespace EdgeInfer.Images.Jpeg;

/// <summary>What the markers of a JPEG file say.</summary>
/// <param name="Frame">The frame header.</param>
/// <param name="Length">Bytes from SOI to EOI.</param>
/// <param name="Orientation">As EXIF says; upright without a word of it.</param>
/// <param name="ExifIsDamaged">Whether a block of EXIF could not be read.</param>
internal readonly record struct JpegContent(JpegFrame Frame, int Length, ExifOrientation Orientation, bool ExifIsDamaged)
{
    /// <summary>After turning.</summary>
    public (int Width, int Height) Size => Turning.Size(Frame.Width, Frame.Height, Orientation);
}
