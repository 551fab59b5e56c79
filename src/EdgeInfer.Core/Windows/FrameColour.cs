namespace EdgeInfer.Core.Windows;

/// <summary>What a frame's channels are.</summary>
public enum FrameColour
{
    /// <summary>One channel, luma.</summary>
    Gray,

    /// <summary>Red, green and blue, in that order.</summary>
    Rgb,
}
