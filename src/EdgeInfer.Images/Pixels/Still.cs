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
        for (var start = 0; start < values.Length; start += Width)
            CopyRow(colour, start / pixels, start % pixels / Width, values.AsSpan(start, Width));
        return values;
    }

    /// <summary>One row of one channel of <see cref="Values"/>.</summary>
    internal void CopyRow(FrameColour colour, int channel, int row, Span<float> values)
    {
        var pixels = Rgb.AsSpan(row * Width * Colours, Width * Colours);
        for (var x = 0; x < Width; x++)
        {
            var pixel = pixels.Slice(x * Colours, Colours);
            values[x] = colour == FrameColour.Gray
                ? (299 * pixel[0] + 587 * pixel[1] + 114 * pixel[2] + 500) / 1000
                : pixel[channel];
        }
    }
}
