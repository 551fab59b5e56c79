namespace EdgeInfer.Recordings.Images;

internal static class ImageLimits
{
    /// <summary>A photograph of 20 megapixels; more is not a frame of a model.</summary>
    public const int FileBytes = 16 << 20;

    /// <summary>Longest side of a frame, px.</summary>
    public const int Side = 4_096;

    /// <summary>Values of a frame; the same as of a bundle's window.</summary>
    public const int Values = 1_000_000;

    /// <summary>Scans of a JPEG: each costs the time of a whole image, and encoders write about ten.</summary>
    public const int JpegScans = 100;

    /// <summary>Above high-speed cameras.</summary>
    public const double FramesPerSecond = 10_000;

    /// <summary>About a frame a day.</summary>
    public const double LeastFramesPerSecond = 1e-5;

    /// <summary>Images in an IDX file.</summary>
    public const int IdxImages = 1_000_000;

    /// <summary>Bytes of an IDX file once unpacked: twice MNIST's, since all are held as floats too, five bytes a pixel.</summary>
    public const int IdxBytes = 100_000_000;
}
