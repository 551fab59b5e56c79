using System.Buffers.Binary;
using System.IO.Compression;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Pixels;
using static System.FormattableString;

namespace EdgeInfer.Images.Png;

/// <summary>Decodes PNG files of 8 bits a sample, not interlaced: gray, colour or palette; transparency is left out.</summary>
internal static class PngImage
{
    private const int HeaderBytes = 13;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    /// <exception cref="InvalidInputException">Another size than the frame's, another kind of PNG, or damaged.</exception>
    public static Still Read(ReadOnlySpan<byte> bytes, FrameShape frame, string path)
    {
        var (header, palette) = (default(PngHeader), Array.Empty<byte>());
        using var packed = new MemoryStream();
        for (var rest = bytes[Signature.Length..]; ;)
        {
            var chunk = PngChunk.First(rest, path);
            if (chunk.Type.SequenceEqual("IEND"u8))
                break;
            if (chunk.Type.SequenceEqual("IHDR"u8))
                header = Header(chunk.Data, frame, path);
            else if (chunk.Type.SequenceEqual("PLTE"u8))
                palette = chunk.Data.ToArray();
            else if (chunk.Type.SequenceEqual("IDAT"u8))
                packed.Write(chunk.Data);
            rest = rest[chunk.Length..];
        }

        if (header == default)
            throw new InvalidInputException(path, "a PNG without the chunk IHDR");
        var lines = Unpack(packed, header, path);
        PngFilter.Undo(lines, header.SamplesPerPixel, header.LineBytes, path);
        return new Still(frame.Width, frame.Height, header.ToRgb(lines, palette, path));
    }

    private static PngHeader Header(ReadOnlySpan<byte> data, FrameShape frame, string path)
    {
        if (data.Length != HeaderBytes)
            throw new InvalidInputException(path, Invariant($"the chunk IHDR holds {data.Length} bytes, not {HeaderBytes}"));
        FrameFit.Require(BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]), frame, path);
        if (data[8] != 8 || data[9] is not (0 or 2 or 3 or 4 or 6) || data[10] != 0 || data[11] != 0 || data[12] != 0)
        {
            throw new InvalidInputException(
                path,
                Invariant($"a PNG of bit depth {data[8]}, colour type {data[9]}, interlace {data[12]}; depth 8 without interlace is read"));
        }

        return new PngHeader(frame.Width, frame.Height, data[9]);
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
