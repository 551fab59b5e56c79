using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trees.Tests.Files;

/// <summary>Hostile streams of bits, each written by hand: 5 features, 3 outputs, 2 bits a count.</summary>
public class PackedTreesReaderTests
{
    private static readonly CompactTreeHeader Header = new(5, 3, Aggregation.Sum, LinkCode.Identity, 0);

    [Fact]
    public void ASoundStreamIsRead()
    {
        var bits = Table((1, 1), (4, 2)).Tree(2, 3, "1").Text("11").Text("0").Text("10").Text("0").Text("110").Text("00");

        var tree = Assert.Single(Read(bits, 1, 3, 2, [1, 2, 3]));

        Assert.Equal((2, null), (tree.Output, tree.MissingLeft));
        Assert.Equal([4, 1, 4], tree.Feature);
        Assert.Equal([3, 1, 2], tree.Threshold);
        Assert.Equal([~0, ~1, ~2], tree.Left);
        Assert.Equal([1, 2, ~3], tree.Right);
    }

    [Fact]
    public void AFeatureOutOfRangeIsRefused() =>
        AssertRefused("feature 6 outside 0 to 4", Table((6, 1)), [1]);

    [Fact]
    public void FeaturesThatDoNotAscendAreRefused() =>
        AssertRefused("feature 4 after feature 4", Table((4, 1), (4, 1)), [1, 2]);

    [Fact]
    public void ThresholdsThatAreNotThereAreRefused() =>
        AssertRefused("feature 4: 3 thresholds, but 2 are left", Table((4, 3)), [1, 2]);

    [Fact]
    public void ThresholdsOfNoFeatureAreRefused() =>
        AssertRefused("1 thresholds belong to no feature", Table((4, 1)), [1, 2]);

    [Fact]
    public void AThresholdThatIsNotANumberIsRefused() =>
        AssertRefused("feature 4: threshold 1 is NaN", Table((4, 2)), [1, float.NaN]);

    [Theory]
    [InlineData(1f, 1f)]
    [InlineData(2f, 1f)]
    [InlineData(0f, -0f)]
    [InlineData(-1f, -2f)]
    public void ThresholdsThatDoNotAscendAreRefused(float first, float second) =>
        AssertRefused(FormattableString.Invariant($"feature 4: threshold {second} after {first}"), Table((4, 2)), [first, second]);

    [Fact]
    public void AnOutputOutOfRangeIsRefused() =>
        AssertRefused(", tree 0: output 3 outside 0 to 2", Table((4, 1)).Tree(3, 1, "100"), [1]);

    [Fact]
    public void AFeatureSlotOutOfRangeIsRefused() =>
        AssertRefused(
            ", tree 0, node 0: feature slot 3 outside 0 to 2",
            Table((1, 1), (2, 1), (4, 1)).Tree(0, 1, "1").Bits(3, 2).Text("00"),
            [1, 2, 3]);

    [Fact]
    public void AThresholdRankOutOfRangeIsRefused() =>
        AssertRefused(", tree 0, node 0: threshold rank 3 outside 0 to 2", Table((4, 3)).Tree(0, 1, "1").Bits(3, 2).Text("00"), [1, 2, 3]);

    [Fact]
    public void MoreNodesThanTheTreeSaysAreRefused() =>
        AssertRefused(", tree 0, node 1: one node more than the tree's 1", Table((4, 1)).Tree(0, 1, "11000"), [1]);

    [Fact]
    public void FewerNodesThanTheTreeSaysAreRefused() =>
        AssertRefused(", tree 0: 1 nodes, not the 2 it says", Table((4, 1)).Tree(0, 2, "100"), [1], nodes: 2);

    [Fact]
    public void MoreNodesThanTheSectionSaysAreRefused() =>
        AssertRefused(", tree 0: 2 nodes, but 1 are left", Table((4, 1)).Tree(0, 2, "11000"), [1]);

    [Fact]
    public void NodesOfNoTreeAreRefused() =>
        AssertRefused("1 nodes belong to no tree", Table((4, 1)).Tree(0, 1, "100"), [1], nodes: 2);

    [Fact]
    public void ATreeThatNeverEndsIsRefused() =>
        AssertRefused(", tree 0, node 3: the section ends here, too early", Table((4, 2)).Tree(0, 3, "101010"), [1, 2], nodes: 3);

    [Fact]
    public void BitsThatFillTheLastByteMustBeZero() =>
        AssertRefused("the bits that fill its last byte must be 0", Table((4, 1)).Tree(0, 1, "1001"), [1]);

    [Fact]
    public void BytesAfterTheLastTreeAreRefused() =>
        AssertRefused("1 bytes after its last value", Table((4, 1)).Tree(0, 1, "100").Bits(0, 12), [1]);

    [Fact]
    public void ATreeDeeperThanTheLimitIsRefusedWhileItIsRead()
    {
        var bits = Table((4, 1)).Bits(0, 2).Bits(1025, 11).Text(new string('1', 1025) + new string('0', 1026));

        var error = Assert.Throws<InvalidInputException>(() => Read(bits, 1, 1025, 1, [1], nodeCountBits: 11));

        Assert.Equal("a.trees: section packedtrees, tree 0, node 1024: deeper than 1024", error.Message);
    }

    private static Stream Table(params (int Feature, int Thresholds)[] features)
    {
        var stream = new Stream(features.Length);
        foreach (var (feature, thresholds) in features)
            stream.Bits(feature, 3).Bits(thresholds - 1, 2);
        return stream;
    }

    private static void AssertRefused(string expected, Stream bits, float[] thresholds, int nodes = 1)
    {
        nodes = Math.Max(nodes, thresholds.Length);
        var error = Assert.Throws<InvalidInputException>(() => Read(bits, 1, nodes, bits.Features, thresholds));
        Assert.Equal("a.trees: section packedtrees" + (expected[0] == ',' ? "" : ": ") + expected, error.Message);
    }

    private static DecisionTree[] Read(
        Stream bits, int trees, int nodes, int features, float[] thresholds, int nodeCountBits = 2)
    {
        var prefix = new byte[PackedTreesPrefix.Length];
        new PackedTreesPrefix(trees, nodes, features, thresholds.Length, 2, nodeCountBits, MissingCode.AllRight).Write(prefix);
        byte[] section = [.. prefix, .. thresholds.SelectMany(BitConverter.GetBytes), .. bits.Writer.ToArray()];
        return PackedTreesReader.Read(section, Header, "a.trees");
    }

    private sealed record Stream(int Features)
    {
        public BitWriter Writer { get; } = new();

        public Stream Bits(int value, int width)
        {
            Writer.Write((ulong)value, width);
            return this;
        }

        public Stream Text(string bits) => bits.Aggregate(this, (stream, bit) => stream.Bits(bit - '0', 1));

        public Stream Tree(int output, int nodes, string bits) => Bits(output, 2).Bits(nodes, 2).Text(bits);
    }
}
