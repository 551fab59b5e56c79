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
            _ => new EnsembleLink.Identity(),
        };
        var trees = TreesSection.Read(sections.BytesOf(SectionId.Trees, file), fileName);
        LeavesSection.Fill(trees, sections.BytesOf(SectionId.Leaves, file), fileName);
        return new(header.FeatureCount, header.OutputCount, trees, header.Aggregation, link);
    }
}
