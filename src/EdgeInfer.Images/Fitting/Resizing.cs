using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Pixels;

namespace EdgeInfer.Images.Fitting;

/// <summary>Resizes one channel of a picture: first along the rows, then along the columns. Values stay unrounded.</summary>
internal static class Resizing
{
    /// <param name="still">The picture.</param>
    /// <param name="colour">What its channels are.</param>
    /// <param name="channel">Index of the channel.</param>
    /// <param name="box">The part of the picture that is taken.</param>
    /// <param name="target">Receives the values, row by row.</param>
    /// <param name="width">Columns wanted, px.</param>
    /// <param name="height">Rows wanted, px.</param>
    /// <param name="stride">Places from one row of the target to the next.</param>
    public static void Run(
        Still still, FrameColour colour, int channel, PictureBox box, Span<float> target, int width, int height, int stride)
    {
        var along = AxisFilter.Of(still.Width, box.Left, box.Width, width);
        var down = AxisFilter.Of(still.Height, box.Top, box.Height, height);
        var row = new float[still.Width];
        var narrow = new float[width * still.Height];
        for (var y = 0; y < still.Height; y++)
        {
            still.CopyRow(colour, channel, y, row);
            for (var x = 0; x < width; x++)
                narrow[y * width + x] = along.Apply(x, row, 1);
        }

        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                target[y * stride + x] = down.Apply(y, narrow.AsSpan(x), width);
        }
    }
}
