using EdgeInfer.Images.Png;

namespace EdgeInfer.Images.Files;

/// <summary>Tells an image by its first bytes.</summary>
public static class StillSignature
{
    /// <summary>Bytes that are enough to tell.</summary>
    public const int Length = 8;

    public static bool IsImage(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || PngImage.IsPng(start);
}
