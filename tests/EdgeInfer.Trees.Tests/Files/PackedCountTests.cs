using System.Buffers.Binary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support.Fuzzing;
using EdgeInfer.Trees.Files;
using EdgeInfer.Trees.Tests.Ensembles;

namespace EdgeInfer.Trees.Tests.Files;

public class PackedCountTests
{
    [Theory]
    [InlineData(0, 0u, "section packedtrees: 0 trees, not 1 to 100000")]
    [InlineData(0, 100_001u, "section packedtrees: 100001 trees, not 1 to 100000")]
    [InlineData(4, 1u << 31, "section packedtrees: 2147483648 nodes, not 0 to 2000000")]
    [InlineData(4, 90_000u, "section packedtrees: 57 bytes hold 6 thresholds, but not 5 trees of 90000 nodes as well")]
    [InlineData(8, 7u, "section packedtrees: 7 features, not 0 to 6")]
    [InlineData(8, 0u, "section packedtrees: 7 nodes but no feature")]
    [InlineData(12, 8u, "section packedtrees: 8 thresholds, not 0 to 7")]
    [InlineData(16, 22u, "section packedtrees: counts of 22 and 0 bits, more than 21")]
    [InlineData(16, 3u << 16, "section packedtrees: directions of missing values 3 are unknown")]
    [InlineData(16, 1u << 24, "section packedtrees: reserved byte 19 must be 0")]
    public void ACountThatTreesCannotHaveIsRefusedBeforeAnythingIsAllocated(int offset, uint value, string expected) =>
        AssertRefused(0, offset, value, expected);

    [Theory]
    [InlineData(0, 13u, "section packedleaves: 13 distinct values for 12 leaves")]
    [InlineData(4, 0u, "section packedleaves: 0 distinct signs and exponents, not 1 to 4096")]
    [InlineData(4, 4097u, "section packedleaves: 4097 distinct signs and exponents, not 1 to 4096")]
    [InlineData(4, 1u | (53u << 16), "section packedleaves: 53 bits dropped of a mantissa of 52")]
    [InlineData(4, 1u | (1u << 24), "section packedleaves: reserved byte 7 must be 0")]
    public void ACountThatLeavesCannotHaveIsRefusedBeforeAnythingIsAllocated(int offset, uint value, string expected) =>
        AssertRefused(1, offset, value, expected);

    private static void AssertRefused(int section, int offset, uint value, string expected)
    {
        var bytes = CompactTreeFile.Write(SmallEnsembles.Counted);
        var entry = CompactTreeLayout.HeaderLength + (section * CompactTreeLayout.SectionEntryLength);
        var start = (int)SectionEntry.Read(bytes.AsSpan(entry)).Offset;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(start + offset), value);
        var hostile = Resealed.Of(bytes);
        Assert.Throws<InvalidInputException>(() => CompactTreeFile.Read(hostile, "a.trees"));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<InvalidInputException>(() => CompactTreeFile.Read(hostile, "a.trees"));

        Assert.Equal("a.trees: " + expected, error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 65_536);
    }
}
