using EdgeInfer.Images.Pixels;

namespace EdgeInfer.Images.Exif;

/// <summary>Turns a picture as its EXIF orientation says.</summary>
internal static class Turning
{
    public static (int Width, int Height) Size(int width, int height, ExifOrientation orientation) =>
        SwapsSides(orientation) ? (height, width) : (width, height);

    public static Still Apply(Still still, ExifOrientation orientation)
    {
        if (orientation == ExifOrientation.TopLeft)
            return still;
        var (width, height) = Size(still.Width, still.Height, orientation);
        var rgb = new byte[still.Rgb.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = Source(x, y, still, orientation);
                still.Rgb.AsSpan((fromY * still.Width + fromX) * Still.Colours, Still.Colours)
                    .CopyTo(rgb.AsSpan((y * width + x) * Still.Colours));
            }
        }

        return new Still(width, height, rgb);
    }

    private static bool SwapsSides(ExifOrientation orientation) => orientation >= ExifOrientation.LeftTop;

    private static (int X, int Y) Source(int x, int y, Still still, ExifOrientation orientation)
    {
        var (right, bottom) = (still.Width - 1, still.Height - 1);
        return orientation switch
        {
            ExifOrientation.TopRight => (right - x, y),
            ExifOrientation.BottomRight => (right - x, bottom - y),
            ExifOrientation.BottomLeft => (x, bottom - y),
            ExifOrientation.LeftTop => (y, x),
            ExifOrientation.RightTop => (y, bottom - x),
            ExifOrientation.RightBottom => (right - y, bottom - x),
            ExifOrientation.LeftBottom => (right - y, x),
            _ => (x, y),
        };
    }
}
