using EdgeInfer.Core.Errors;
using EdgeInfer.Images.Exif;
using EdgeInfer.Images.Jpeg;
using EdgeInfer.Images.Pixels;
using EdgeInfer.Images.Png;

namespace EdgeInfer.Images.Files;

/// <summary>What an image file says of itself; pixels are not decoded.</summary>
/// <param name="Width">Columns after turning, px.</param>
/// <param name="Height">Rows after turning, px.</param>
/// <param name="Orientation">How the file's rows lie; decoding turns them.</param>
/// <param name="ExifIsDamaged">Whether the EXIF block could not be read: the picture is then taken as it lies.</param>
/// <param name="IsGray">Whether the file holds one channel.</param>
public sealed record StillHeader(int Width, int Height, ExifOrientation Orientation, bool ExifIsDamaged, bool IsGray)
{
    /// <param name="bytes">The whole file.</param>
    /// <param name="path">Named in errors.</param>
    /// <exception cref="InvalidInputException">Of a kind that is not read, truncated, or damaged around its pixels.</exception>
    public static StillHeader Read(byte[] bytes, string path)
    {
        StillSignature.Require(bytes, path);
        if (PngImage.IsPng(bytes))
        {
            var png = PngImage.Walk(bytes, path);
            return new StillHeader(png.Size.Width, png.Size.Height, png.Orientation, png.ExifIsDamaged, png.Header.IsGray);
        }

        var jpeg = JpegMarkers.Walk(bytes, path);
        FrameSize.Limit(jpeg.Size.Width, jpeg.Size.Height, path);
        return new StillHeader(jpeg.Size.Width, jpeg.Size.Height, jpeg.Orientation, jpeg.ExifIsDamaged, jpeg.Frame.Components.Count == 1);
    }
}
