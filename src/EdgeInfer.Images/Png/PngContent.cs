using EdgeInfer.Images.Exif;

namespace EdgeInfer.Images.Png;

/// <summary>What the chunks of a PNG file say.</summary>
internal sealed class PngContent
{
    public PngHeader Header { get; set; }

    /// <summary>Red, green and blue of each entry.</summary>
    public byte[] Palette { get; set; } = [];

    /// <summary>The pixels, as zlib packed them.</summary>
    public MemoryStream Packed { get; } = new();

    /// <summary>As EXIF says; upright without a word of it.</summary>
    public ExifOrientation Orientation { get; private set; } = ExifOrientation.TopLeft;

    /// <summary>Whether a block of EXIF could not be read.</summary>
    public bool ExifIsDamaged { get; private set; }

    /// <summary>After turning.</summary>
    public (int Width, int Height) Size => Turning.Size(Header.Width, Header.Height, Orientation);

    public void AddExif(ReadOnlySpan<byte> tiff)
    {
        var orientation = ExifBlock.Read(tiff);
        Orientation = orientation ?? Orientation;
        ExifIsDamaged |= orientation is null;
    }
}
