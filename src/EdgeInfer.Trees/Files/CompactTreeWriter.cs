using System.Buffers.Binary;
using EdgeInfer.Trees.Ensembles;
using static EdgeInfer.Trees.Files.CompactTreeLayout;

namespace EdgeInfer.Trees.Files;

internal static class CompactTreeWriter
{
    public static byte[] Write(TreeEnsemble ensemble)
    {
        var sections = new List<(SectionId Id, byte[] Bytes)>();
        if (ensemble.Link is EnsembleLink.Platt platt)
            sections.Add((SectionId.Calibration, CalibrationSection.Write(platt)));
        sections.Add((SectionId.PackedTrees, PackedTreesWriter.Write(ensemble)));
        sections.Add((SectionId.PackedLeaves, PackedLeavesWriter.Write(ensemble.Trees)));
        if (ensemble.Trees.Any(tree => tree.LeafRows is not null))
            sections.Add((SectionId.LeafRows, LeafRowsSection.Write(ensemble.Trees)));

        var tableEnd = HeaderLength + (sections.Count * SectionEntryLength);
        var length = sections.Aggregate(tableEnd, (end, section) => Align(end) + section.Bytes.Length);
        var file = new byte[length];
        var offset = tableEnd;
        for (var index = 0; index < sections.Count; index++)
        {
            var (id, bytes) = sections[index];
            offset = Align(offset);
            bytes.CopyTo(file, offset);
            new SectionEntry((ushort)id, id.Mandatory ? MandatoryFlag : (ushort)0, (uint)offset, (uint)bytes.Length, Crc32C.Of(bytes))
                .Write(file.AsSpan(HeaderLength + (index * SectionEntryLength)));
            offset += bytes.Length;
        }

        WriteHeader(file, ensemble, sections.Count);
        return file;
    }

    private static void WriteHeader(Span<byte> file, TreeEnsemble ensemble, int sections)
    {
        Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file[FormatVersionOffset..], FormatVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(file[SectionCountOffset..], (ushort)sections);
        BinaryPrimitives.WriteUInt32LittleEndian(file[FileLengthOffset..], (uint)file.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(file[FeatureCountOffset..], (uint)ensemble.FeatureCount);
        BinaryPrimitives.WriteUInt32LittleEndian(file[OutputCountOffset..], (uint)ensemble.OutputCount);
        file[AggregationOffset] = (byte)ensemble.Aggregation;
        file[LinkOffset] = (byte)CodeOf(ensemble.Link);
        BinaryPrimitives.WriteUInt32LittleEndian(
            file[HeaderChecksumOffset..], CompactTreeHeader.ChecksumOf(file, sections));
    }

    private static LinkCode CodeOf(EnsembleLink link) => link switch
    {
        EnsembleLink.Identity => LinkCode.Identity,
        EnsembleLink.Platt => LinkCode.Platt,
        EnsembleLink.ClampedShare => LinkCode.ClampedShare,
        EnsembleLink.Softmax => LinkCode.Softmax,
        _ => throw new ArgumentException($"unknown link {link}", nameof(link)),
    };
}
