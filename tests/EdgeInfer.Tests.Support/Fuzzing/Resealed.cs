using System.Buffers.Binary;
using EdgeInfer.Trees.Files;
using static EdgeInfer.Trees.Files.CompactTreeLayout;

namespace EdgeInfer.Tests.Support.Fuzzing;

/// <summary>Makes every checksum right again, as an attacker would, so that the checks behind them are met.</summary>
public static class Resealed
{
    public static byte[] Of(byte[] file)
    {
        var bytes = (byte[])file.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(FileLengthOffset), (uint)bytes.Length);
        var sections = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(SectionCountOffset));
        if (sections > MaximumSections || HeaderLength + (sections * SectionEntryLength) > bytes.Length)
            return bytes;
        for (var index = 0; index < sections; index++)
        {
            var row = bytes.AsSpan(HeaderLength + (index * SectionEntryLength), SectionEntryLength);
            var entry = SectionEntry.Read(row);
            if ((long)entry.Offset + entry.Length <= bytes.Length)
                (entry with { Checksum = Crc32C.Of(bytes.AsSpan((int)entry.Offset, (int)entry.Length)) }).Write(row);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(
            bytes.AsSpan(HeaderChecksumOffset), CompactTreeHeader.ChecksumOf(bytes, sections));
        return bytes;
    }

    /// <summary>The same file with one more section at its end.</summary>
    public static byte[] WithSection(byte[] file, ushort id, ushort flags, byte[] section)
    {
        var sections = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(SectionCountOffset));
        var tableEnd = HeaderLength + (sections * SectionEntryLength);
        var start = Align(file.Length + SectionEntryLength);
        var bytes = new byte[start + section.Length];
        file.AsSpan(0, tableEnd).CopyTo(bytes);
        file.AsSpan(tableEnd).CopyTo(bytes.AsSpan(tableEnd + SectionEntryLength));
        section.CopyTo(bytes, start);
        for (var index = 0; index < sections; index++)
        {
            var row = bytes.AsSpan(HeaderLength + (index * SectionEntryLength), SectionEntryLength);
            var entry = SectionEntry.Read(row);
            (entry with { Offset = entry.Offset + SectionEntryLength }).Write(row);
        }

        new SectionEntry(id, flags, (uint)start, (uint)section.Length, 0).Write(bytes.AsSpan(tableEnd));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(SectionCountOffset), (ushort)(sections + 1));
        return Of(bytes);
    }
}
