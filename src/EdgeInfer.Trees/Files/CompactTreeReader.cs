using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Files;

/// <summary>Bytes to an ensemble whose structure is not proven yet.</summary>
internal static class CompactTreeReader
{
    public static TreeEnsemble Read(ReadOnlySpan<byte> file, string fileName)
    {
        var header = CompactTreeHeader.Read(file, fileName);
        var sections = new SectionTable(file, header.Sections, fileName);
        if (sections.Has(SectionId.Calibration) != (header.Link == LinkCode.Platt))
            throw new InvalidInputException(fileName, "section calibration: stands exactly where the link is Platt's");
        EnsembleLink link = header.Link switch
        {
            LinkCode.Platt => CalibrationSection.Read(
                sections.BytesOf(SectionId.Calibration, file), header.OutputCount, fileName),
            LinkCode.ClampedShare => new EnsembleLink.ClampedShare(),
            LinkCode.Softmax => new EnsembleLink.Softmax(),
            _ => new EnsembleLink.Identity(),
        };
        return new(header.FeatureCount, header.OutputCount, ReadTrees(file, sections, header, fileName), header.Aggregation, link);
    }

    private static DecisionTree[] ReadTrees(
        ReadOnlySpan<byte> file, SectionTable sections, CompactTreeHeader header, string fileName)
    {
        var nodes = sections.OneOf(SectionId.Trees, SectionId.PackedTrees);
        var leaves = sections.OneOf(SectionId.Leaves, SectionId.PackedLeaves);
        var trees = nodes == SectionId.Trees
            ? TreesSection.Read(sections.BytesOf(nodes, file), fileName)
            : PackedTreesReader.Read(sections.BytesOf(nodes, file), header, fileName);
        if (leaves == SectionId.Leaves)
            LeavesSection.Fill(trees, sections.BytesOf(leaves, file), fileName);
        else
            PackedLeavesReader.Fill(trees, sections.BytesOf(leaves, file), fileName);
        if (sections.Has(SectionId.LeafRows))
            LeafRowsSection.Fill(trees, sections.BytesOf(SectionId.LeafRows, file), fileName);
        return trees;
    }
}
