using System.Buffers.Binary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;
using static EdgeInfer.Trees.Files.CompactTreeLayout;
using static System.FormattableString;

namespace EdgeInfer.Trees.Files;

/// <summary>The first 32 bytes, checked.</summary>
internal readonly record struct CompactTreeHeader(
    int FeatureCount, int OutputCount, Aggregation Aggregation, LinkCode Link, int Sections)
{
    public static CompactTreeHeader Read(ReadOnlySpan<byte> file, string fileName)
    {
        if (file.Length is < HeaderLength or > MaximumFileLength)
            throw Fault(Invariant($"{file.Length} bytes, not {HeaderLength} to {MaximumFileLength}"));
        if (!file.StartsWith(Magic))
            throw Fault("not a compact tree file: the first 8 bytes differ");
        var version = BinaryPrimitives.ReadUInt16LittleEndian(file[FormatVersionOffset..]);
        if (version != FormatVersion)
            throw Fault(Invariant($"format version {version}; this program reads {FormatVersion}"));
        var sections = BinaryPrimitives.ReadUInt16LittleEndian(file[SectionCountOffset..]);
        if (sections > MaximumSections || HeaderLength + (sections * SectionEntryLength) > file.Length)
            throw Fault(Invariant($"{sections} sections, more than {MaximumSections} or than the file holds"));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[FileLengthOffset..]);
        if (length != file.Length)
            throw Fault(Invariant($"says {length} bytes but the file has {file.Length}"));
        if (BinaryPrimitives.ReadUInt32LittleEndian(file[HeaderChecksumOffset..]) != ChecksumOf(file, sections))
            throw Fault("checksum of header and section table differs");
        if (BinaryPrimitives.ReadUInt16LittleEndian(file[ReservedOffset..]) != 0)
            throw Fault("reserved bytes 26 and 27 must be 0");
        if (file[AggregationOffset] > (byte)Aggregation.Mean)
            throw Fault(Invariant($"aggregation {file[AggregationOffset]} is unknown"));
        if (file[LinkOffset] > (byte)LinkCode.Softmax)
            throw Fault(Invariant($"link {file[LinkOffset]} is unknown"));
        return new(
            Count(file[FeatureCountOffset..], EnsembleLimits.Features, "features"),
            Count(file[OutputCountOffset..], EnsembleLimits.Outputs, "outputs"),
            (Aggregation)file[AggregationOffset],
            (LinkCode)file[LinkOffset],
            sections);

        InvalidInputException Fault(string reason) => new(fileName, $"section header: {reason}");

        int Count(ReadOnlySpan<byte> at, int limit, string what)
        {
            var count = BinaryPrimitives.ReadUInt32LittleEndian(at);
            return count >= 1 && count <= limit ? (int)count : throw Fault(Invariant($"{count} {what}, not 1 to {limit}"));
        }
    }

    /// <summary>CRC-32C of the header up to its checksum, followed by the section table.</summary>
    public static uint ChecksumOf(ReadOnlySpan<byte> file, int sections)
    {
        var tableLength = sections * SectionEntryLength;
        Span<byte> covered = stackalloc byte[HeaderChecksumOffset + (MaximumSections * SectionEntryLength)];
        file[..HeaderChecksumOffset].CopyTo(covered);
        file.Slice(HeaderLength, tableLength).CopyTo(covered[HeaderChecksumOffset..]);
        return Crc32C.Of(covered[..(HeaderChecksumOffset + tableLength)]);
    }
}
