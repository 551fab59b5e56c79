using System.Buffers.Binary;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Core.Errors;
using static System.FormattableString;

namespace EdgeInfer.Images.Png;

/// <summary>A piece of a PNG file.</summary>
internal readonly ref struct PngChunk
{
    /// <summary>Length and type in front of the data, a checksum behind it.</summary>
    private const int Frame = 12;

    private PngChunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Type = type;
        Data = data;
    }

    public ReadOnlySpan<byte> Type { get; }

    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Bytes to the next chunk.</summary>
    public int Length => Data.Length + Frame;

    public static PngChunk First(ReadOnlySpan<byte> rest, string path)
    {
        if (rest.Length < Frame)
            throw new InvalidInputException(path, "a truncated PNG: ends before its chunk IEND; copy the file again");
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - Frame)
        {
            throw new InvalidInputException(
                path, Invariant($"a truncated PNG: a chunk of {length} bytes where {rest.Length - Frame} are left; copy the file again"));
        }


        var end = 8 + (int)length;
        return Crc32.Of(rest[4..end]) == BinaryPrimitives.ReadUInt32BigEndian(rest[end..])
            ? new PngChunk(rest[4..8], rest[8..end])
            : throw new InvalidInputException(path, Invariant($"a damaged PNG: a chunk of {length} bytes does not match its checksum"));
    }
}
