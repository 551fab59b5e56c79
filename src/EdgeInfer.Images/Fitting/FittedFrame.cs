using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Pixels;

namespace EdgeInfer.Images.Fitting;

/// <summary>Makes a decoded picture the frame that a model takes, by the rule of that frame.</summary>
internal static class FittedFrame
{
    /// <summary>Values 0 to 255, [channel][row][column]; those of a resized picture are not rounded.</summary>
    public static float[] Values(Still still, FrameShape frame)
    {
        if (still.Width == frame.Width && still.Height == frame.Height)
            return still.Values(frame.Colour);
        var values = new float[frame.PixelCount * frame.Channels.Count];
        var (left, top, width, height) = Place(still, frame);
        var box = frame.Fit == FrameFit.Crop
            ? PictureBox.Middle(still.Width, still.Height, frame.Width, frame.Height)
            : new PictureBox(0, 0, still.Width, still.Height);
        for (var channel = 0; channel < frame.Channels.Count; channel++)
        {
            var target = values.AsSpan(channel * frame.PixelCount + top * frame.Width + left);
            Resizing.Run(still, frame.Colour, channel, box, target, width, height, frame.Width);
        }

        return values;
    }

    private static (int Left, int Top, int Width, int Height) Place(Still still, FrameShape frame)
    {
        if (frame.Fit != FrameFit.Pad)
            return (0, 0, frame.Width, frame.Height);
        var (width, height) = (long)still.Width * frame.Height > (long)still.Height * frame.Width
            ? (frame.Width, Scaled(still.Height, frame.Width, still.Width))
            : (Scaled(still.Width, frame.Height, still.Height), frame.Height);
        return ((frame.Width - width) / 2, (frame.Height - height) / 2, width, height);
    }

    /// <summary>The side times the quotient of two others, to the nearest pixel; a line stays a line.</summary>
    private static int Scaled(int side, int numerator, int denominator) =>
        (int)Math.Max(1, (2L * side * numerator + denominator) / (2L * denominator));
}
