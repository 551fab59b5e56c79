namespace EdgeInfer.Core.Windows;

/// <summary>
/// The geometry of a still image, which is a complete window by itself: channel-major values from 0 to 255,
/// [channel][row][column], from the upper left.
/// </summary>
/// <param name="Width">Columns, px.</param>
/// <param name="Height">Rows, px.</param>
/// <param name="Colour">Channels.</param>
public sealed record FrameShape(int Width, int Height, FrameColour Colour)
{
    /// <summary>Unit of a pixel's value: one of 256 levels, as cameras and image files count them.</summary>
    public const string Unit = "level";

    /// <summary>A frame has no gap inside, so that the value never matters; manifests allow it at every rate.</summary>
    private const double GapSeconds = 1;

    private static readonly Channel[] Gray = [new("gray", Unit)];
    private static readonly Channel[] Rgb = [new("red", Unit), new("green", Unit), new("blue", Unit)];

    /// <summary>What is done with pictures of another size.</summary>
    public FrameFit Fit { get; init; }

    public int PixelCount => Width * Height;

    public IReadOnlyList<Channel> Channels => Colour == FrameColour.Gray ? Gray : Rgb;

    /// <summary>The window that a frame is, at a nominal rate.</summary>
    /// <param name="framesPerSecond">Above 0, Hz.</param>
    public WindowShape ToWindow(double framesPerSecond) =>
        new(Channels, framesPerSecond, PixelCount, PixelCount, GapSeconds) { Frame = this };
}
