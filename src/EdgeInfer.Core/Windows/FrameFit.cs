namespace EdgeInfer.Core.Windows;

/// <summary>How a picture becomes a frame of fixed size. A picture that has the frame's size stays as it is under each of them.</summary>
public enum FrameFit
{
    /// <summary>A picture of another size is refused.</summary>
    Exact,

    /// <summary>Resized to the frame; the ratio of its sides is not kept.</summary>
    Stretch,

    /// <summary>Scaled until it covers the frame; what stands out on two sides is cut off, as much on each.</summary>
    Crop,

    /// <summary>Scaled until it fits inside, in the middle of a black frame: a letterbox.</summary>
    Pad,
}
