namespace EdgeInfer.Images.Pixels;

public static class ImageLimits
{
    /// <summary>A photograph of 20 megapixels; more is not a frame of a model.</summary>
    public const int FileBytes = 16 << 20;

    /// <summary>Longest side of a frame, px.</summary>
    public const int Side = 4_096;

    /// <summary>Values of a frame; the same as of a bundle's window.</summary>
    public const int Values = 1_000_000;

    /// <summary>Longest side of a picture that is fitted into a frame, px: a panorama of a phone.</summary>
    public const int PictureSide = 16_384;

    /// <summary>Pixels of a picture that is fitted into a frame: a photograph of 25 megapixels takes 150 MB while it is decoded.</summary>
    public const int PicturePixels = 25_000_000;

    /// <summary>Scans of a JPEG: each costs the time of a whole image, and encoders write about ten.</summary>
    public const int JpegScans = 100;

    /// <summary>Entries of the directory in which EXIF keeps the orientation: cameras write about fifteen.</summary>
    public const int ExifEntries = 512;
}
