
namespace EdgeInfer.Images.Pixels;

public static class ImageLimits
{
    /// <summary>A photograph of 20 megapixels; more is not a frame of a model.</summary>
    public const int FileBytes = 16 << 20;

    /// <summary>Longest side of a frame, px.</summary>
    public const int Side = 4_096;

    /// <summary>Values of a frame; the same as of a bundle's window.</summary>
    public const int Values = 1_000_000;

    /// <summary>Scans of a JPEG: each costs the time of a whole image, and encoders write about ten.</summary>
    public const int JpegScans = 100;
}
