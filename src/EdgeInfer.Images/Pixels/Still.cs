using EdgeInfer.Core.Windows;

namespace EdgeInfer.Images.Pixels;

/// <summary>A decoded image.</summary>
/// <param name="Width">Columns, px.</param>
/// <param name="Height">Rows, px.</param>
/// <param name="Rgb">Red, green and blue of each pixel, row by row.</param>
public sealed record Still(int Width, int Height, byte[] Rgb)
{
    public const int Colours = 3;

    /// <summary>Values 0 to 255, [channel][row][column]; gray is luma of ITU-R BT.601, rounded.</summary>
    public float[] Values(FrameColour colour)
    {
        var pixels = Width * Height;
        var values = new float[colour == FrameColour.Gray ? pixels : pixels * Colours];
        for (var i = 0; i < pixels; i++)
        {
            var (red, green, blue) = (Rgb[Colours * i], Rgb[Colours * i + 1], Rgb[Colours * i + 2]);
            if (colour == FrameColour.Gray)
                values[i] = (299 * red + 587 * green + 114 * blue + 500) / 1000;
            else
                (values[i], values[pixels + i], values[2 * pixels + i]) = (red, green, blue);
        }

        return values;
    }
}
