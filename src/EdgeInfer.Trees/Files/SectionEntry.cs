using System.Buffers.Binary;

namespace EdgeInfer.Trees.Files;

/// <summary>A row of the section table.</summary>
internal readonly record struct SectionEntry(ushort Id, ushort Flags, uint Offset, uint Length, uint Checksum)
{
    public bool Mandatory => (Flags & CompactTreeLayout.MandatoryFlag) != 0;

    public static SectionEntry Read(ReadOnlySpan<byte> row) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(row),
        BinaryPrimitives.ReadUInt16LittleEndian(row[2..]),
        BinaryPrimitives.ReadUInt32LittleEndian(row[4..]),
        BinaryPrimitives.ReadUInt32LittleEndian(row[8..]),
        BinaryPrimitives.ReadUInt32LittleEndian(row[12..]));

    public void Write(Span<byte> row)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(row, Id);
        BinaryPrimitives.WriteUInt16LittleEndian(row[2..], Flags);
        BinaryPrimitives.WriteUInt32LittleEndian(row[4..], Offset);
        BinaryPrimitives.WriteUInt32LittleEndian(row[8..], Length);
        BinaryPrimitives.WriteUInt32LittleEndian(row[12..], Checksum);
    }
}
