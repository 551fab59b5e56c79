using System.Buffers.Binary;
using System.IO.Compression;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Exif;
using EdgeInfer.Images.Pixels;
using static System.FormattableString;

namespace EdgeInfer.Images.Png;

/// <summary>Decodes PNG files of 8 bits a sample, not interlaced: gray, colour or palette; transparency is left out.</summary>
internal static class PngImage
{
    private const int HeaderBytes = 13;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    /// <summary>Walks the chunks, and unpacks nothing.</summary>
    /// <exception cref="InvalidInputException">Another kind of PNG, or damaged.</exception>
    public static PngContent Walk(ReadOnlySpan<byte> bytes, string path)
    {
        var content = new PngContent();
        for (var rest = bytes[Signature.Length..]; ;)
        {
            var chunk = PngChunk.First(rest, path);
            if (chunk.Type.SequenceEqual("IEND"u8))
                break;
            if (chunk.Type.SequenceEqual("IHDR"u8))
                content.Header = Header(chunk.Data, path);
            else if (chunk.Type.SequenceEqual("PLTE"u8))
                content.Palette = chunk.Data.ToArray();
            else if (chunk.Type.SequenceEqual("IDAT"u8))
                content.Packed.Write(chunk.Data);
            else if (chunk.Type.SequenceEqual("eXIf"u8))
                content.AddExif(chunk.Data);
            rest = rest[chunk.Length..];
        }

        return content.Header != default ? content : throw new InvalidInputException(path, "a PNG without the chunk IHDR");
    }

    /// <summary>The picture is turned as EXIF says.</summary>
    /// <exception cref="InvalidInputException">A size that the frame does not take, another kind of PNG, or damaged.</exception>
    public static Still Read(ReadOnlySpan<byte> bytes, FrameShape frame, string path)
    {
        var content = Walk(bytes, path);
        FrameSize.Admit(content.Size.Width, content.Size.Height, frame, path);
        var header = content.Header;
        var lines = Unpack(content.Packed, header, path);
        PngFilter.Undo(lines, header.SamplesPerPixel, header.LineBytes, path);
        return Turning.Apply(
            new Still(header.Width, header.Height, header.ToRgb(lines, content.Palette, path)), content.Orientation);
    }

    private static PngHeader Header(ReadOnlySpan<byte> data, string path)
    {
        if (data.Length != HeaderBytes)
            throw new InvalidInputException(path, Invariant($"the chunk IHDR holds {data.Length} bytes, not {HeaderBytes}"));
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        FrameSize.Limit(width, height, path);
        if (data[8] != 8 || data[9] is not (0 or 2 or 3 or 4 or 6) || data[10] != 0 || data[11] != 0 || data[12] != 0)
        {
            throw new InvalidInputException(
                path,
                Invariant($"a PNG of bit depth {data[8]}, colour type {data[9]}, interlace {data[12]}; depth 8 without interlace is read"));
        }

        return new PngHeader((int)width, (int)height, data[9]);
    }

    private static byte[] Unpack(MemoryStream packed, PngHeader header, string path)
    {
        packed.Position = 0;
        var lines = new byte[header.LineBytes * header.Height];
        try
        {
            using var stream = new ZLibStream(packed, CompressionMode.Decompress);
            var count = stream.ReadAtLeast(lines, lines.Length, throwOnEndOfStream: false);
            return count == lines.Length
                ? lines
                : throw new InvalidInputException(path, Invariant($"a PNG whose pixels end after {count} of {lines.Length} bytes"));
        }
        // An input or output error can only come of zlib, which asks for a dictionary, since the bytes are in memory.
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw new InvalidInputException(path, $"a damaged PNG: {error.Message}", error);
        }
    }
}
