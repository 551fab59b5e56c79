using System.Buffers.Binary;
using System.Globalization;

namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>The first bytes of a segment.</summary>
/// <param name="Id">Place among the segments.</param>
/// <param name="Boot">Process that wrote it, 16 hexadecimal digits: its messages are numbered together.</param>
/// <param name="BeganMs">UTC, ms since 1970; 0 where the clock was not set.</param>
internal readonly record struct SegmentHeader(long Id, string Boot, long BeganMs)
{
    public const int Bytes = 32;

    private const uint Magic = 0x314F4945;
    private const int CheckedFrom = 8;

    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(target[CheckedFrom..], Id);
        BinaryPrimitives.WriteUInt64LittleEndian(target[16..], ulong.Parse(Boot, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        BinaryPrimitives.WriteInt64LittleEndian(target[24..], BeganMs);
        BinaryPrimitives.WriteUInt32LittleEndian(target[4..], Checksum.Of(target[CheckedFrom..Bytes]));
    }

    public static bool TryRead(ReadOnlySpan<byte> source, out SegmentHeader header)
    {
        var good = source.Length >= Bytes
            && BinaryPrimitives.ReadUInt32LittleEndian(source) == Magic
            && BinaryPrimitives.ReadUInt32LittleEndian(source[4..]) == Checksum.Of(source[CheckedFrom..Bytes]);
        header = good
            ? new(
                BinaryPrimitives.ReadInt64LittleEndian(source[CheckedFrom..]),
                BinaryPrimitives.ReadUInt64LittleEndian(source[16..]).ToString("x16", CultureInfo.InvariantCulture),
                BinaryPrimitives.ReadInt64LittleEndian(source[24..]))
            : default;
        return good;
    }
}
