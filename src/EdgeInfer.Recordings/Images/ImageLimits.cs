namespace EdgeInfer.Recordings.Images;

internal static class ImageLimits
{
    /// <summary>A photograph of 20 megapixels; more is not a frame of a model.</summary>
    public const int FileBytes = 16 << 20;

    /// <summary>Longest side of a frame, px.</summary>
    public const int Side = 4_096;

    /// <summary>Values of a frame; the same as of a bundle's window.</summary>
    public const int Values = 1_000_000;

    /// <summary>Above high-speed cameras.</summary>
    public const double FramesPerSecond = 10_000;

    /// <summary>Images in an IDX file.</summary>
    public const int IdxImages = 1_000_000;

    /// <summary>Bytes of an IDX file once unpacked: as floats, four times as many stay below the longest array.</summary>
    public const int IdxBytes = 500_000_000;
}
