using EdgeInfer.Core.Errors;
using EdgeInfer.Images.Png;

namespace EdgeInfer.Images.Files;

/// <summary>Tells an image by its first bytes, whatever its name says.</summary>
public static class StillSignature
{
    /// <summary>Bytes that are enough to tell.</summary>
    public const int Length = 12;

    public static bool IsImage(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || PngImage.IsPng(start);

    /// <param name="start">The file's first bytes: <see cref="Length"/> of them, or all.</param>
    /// <param name="path">Named in the error.</param>
    /// <exception cref="InvalidInputException">Empty, or neither JPEG nor PNG.</exception>
    public static void Require(ReadOnlySpan<byte> start, string path)
    {
        if (start.IsEmpty)
            throw new InvalidInputException(path, "the file is empty");
        if (!IsImage(start))
            throw new InvalidInputException(path, $"is neither a JPEG nor a PNG image{Kind(start)}");
    }

    private static string Kind(ReadOnlySpan<byte> start)
    {
        var known = start.StartsWith("GIF8"u8) ? "a GIF image"
            : start.StartsWith("BM"u8) ? "a BMP image"
            : start.StartsWith("RIFF"u8) && start[4..].EndsWith("WEBP"u8) ? "a WebP image"
            : start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8) ? "a TIFF image"
            : start.Length >= Length && start[4..].StartsWith("ftyp"u8) ? "an HEIC or AVIF image or a film"
            : null;
        return known is null ? "" : $", but {known}: convert it";
    }
}
