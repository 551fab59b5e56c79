using EdgeInfer.Core.Windows;

namespace EdgeInfer.Trainer.Networks;

/// <summary>What a network sees: a window of a sensor is one row high, an image as high as it is.</summary>
/// <param name="Channels">Signals of a sensor, or colours.</param>
/// <param name="Height">Rows; 1 for windows.</param>
/// <param name="Width">Samples a channel, or columns.</param>
internal sealed record NetworkInput(int Channels, int Height, int Width)
{
    public static NetworkInput Of(WindowShape shape) => shape.Frame is { } frame
        ? new(shape.Channels.Count, frame.Height, frame.Width)
        : new(shape.Channels.Count, Height: 1, shape.Length);

    public int ValueCount => Channels * Height * Width;
}
