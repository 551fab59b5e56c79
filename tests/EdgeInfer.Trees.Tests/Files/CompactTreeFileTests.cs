using System.Buffers.Binary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Fuzzing;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;
using EdgeInfer.Trees.Tests.Ensembles;

namespace EdgeInfer.Trees.Tests.Files;

public class CompactTreeFileTests
{
    private const int TreesSectionEntry = CompactTreeLayout.HeaderLength + CompactTreeLayout.SectionEntryLength;

    public static TheoryData<string> Files { get; } = ["unpacked", "calibrated", "counted"];

    [Fact]
    public void WhatIsWrittenIsRead() => Deterministic.ForAll(RandomEnsembles.Any, 500, ensemble =>
    {
        var bytes = CompactTreeFile.Write(ensemble);
        var read = CompactTreeFile.Read(bytes, "a.trees");

        EnsembleEquality.AssertSame(Renumbered.InPreorder(ensemble), read);
        Assert.Equal(bytes, CompactTreeFile.Write(read));
    });

    [Fact]
    public void TheUnpackedGoldenFileStaysReadable()
    {
        EnsembleEquality.AssertSame(SmallEnsembles.Calibrated, CompactTreeFile.Read(Golden("calibrated.trees"), "calibrated.trees"));
    }

    [Theory]
    [InlineData("packed-calibrated.trees")]
    [InlineData("packed-softmax.trees")]
    public void ThePackedGoldenFilesAreWhatIsWrittenAndRead(string name)
    {
        var ensemble = name == "packed-calibrated.trees" ? SmallEnsembles.Calibrated : SmallEnsembles.Counted;

        EnsembleEquality.AssertSame(Renumbered.InPreorder(ensemble), CompactTreeFile.Read(Golden(name), name));
        Assert.Equal(Golden(name), CompactTreeFile.Write(ensemble));
    }

    [Fact]
    public void AnUnknownOptionalSectionIsSkipped()
    {
        var bytes = Resealed.WithSection(CompactTreeFile.Write(SmallEnsembles.Calibrated), 900, 0, [1, 2, 3]);

        EnsembleEquality.AssertSame(Renumbered.InPreorder(SmallEnsembles.Calibrated), CompactTreeFile.Read(bytes, "a.trees"));
    }

    [Fact]
    public void RowsOfLeavesMayBeAbsent()
    {
        var counted = CompactTreeFile.Write(SmallEnsembles.Counted);
        var row = counted.AsSpan(TreesSectionEntry + CompactTreeLayout.SectionEntryLength);
        (SectionEntry.Read(row) with { Id = 900 }).Write(row);

        var read = CompactTreeFile.Read(Resealed.Of(counted), "a.trees");

        Assert.All(read.Trees, tree => Assert.Null(tree.LeafRows));
    }

    [Fact]
    public void TheShippedTreesTakeAtMostAQuarterOfTheirOnnx()
    {
        var folder = Path.Combine(Repository.Root, "models", "har-phone-fasttree");
        var file = File.ReadAllBytes(Path.Combine(folder, "model.trees"));

        Assert.InRange(file.Length, 0, new FileInfo(Path.Combine(folder, "model.onnx")).Length / 4);
        Assert.Equal(file, CompactTreeFile.Write(CompactTreeFile.Read(file, "model.trees")));
    }

    [Theory]
    [InlineData(2, 5, "section packedtrees: stands beside section trees; one of them must go")]
    [InlineData(901, 5, "section packedtrees: missing")]
    [InlineData(4, 901, "section packedleaves: missing")]
    public void TreesAndLeavesStandInOneFormEach(ushort first, ushort second, string expected)
    {
        var bytes = CompactTreeFile.Write(SmallEnsembles.Counted);
        if (first == 2)
            bytes = Resealed.WithSection(bytes, 2, 1, []);
        else
            Rename(bytes, first, second);

        Assert.Equal("a.trees: " + expected, MessageOf(Resealed.Of(bytes)));
    }

    [Fact]
    public void RowsOfLeavesMarkedMandatoryAreRefused()
    {
        var bytes = Resealed.WithSection(CompactTreeFile.Write(SmallEnsembles.Calibrated), 6, 1, []);

        Assert.Equal("a.trees: section leafrows: must be marked optional", MessageOf(bytes));
    }

    [Fact]
    public void RowsThatAreTooFewAreRefused()
    {
        var bytes = Resealed.WithSection(CompactTreeFile.Write(SmallEnsembles.Calibrated), 6, 0, [0x42]);

        Assert.Equal("a.trees: section leafrows, tree 0: the section ends here, too early", MessageOf(bytes));
    }

    [Fact]
    public void AnUnknownMandatorySectionIsRefused()
    {
        var bytes = Resealed.WithSection(CompactTreeFile.Write(SmallEnsembles.Calibrated), 900, 1, [1, 2, 3]);

        Assert.Equal(
            "a.trees: section 900: mandatory, but this program does not know it: a newer version is needed",
            MessageOf(bytes));
    }

    [Fact]
    public void ASectionThatStandsTwiceIsRefused()
    {
        var bytes = Resealed.WithSection(Golden("calibrated.trees"), 3, 1, [1, 2, 3]);

        Assert.Equal("a.trees: section leaves: stands twice", MessageOf(bytes));
    }

    [Fact]
    public void ANewerFormatIsRefusedWithBothVersions()
    {
        var bytes = CompactTreeFile.Write(SmallEnsembles.Calibrated);
        bytes[CompactTreeLayout.FormatVersionOffset] = 2;

        Assert.Equal("a.trees: section header: format version 2; this program reads 1", MessageOf(bytes));
    }

    [Fact]
    public void ADamagedSectionIsNamed()
    {
        var bytes = CompactTreeFile.Write(SmallEnsembles.Calibrated);
        bytes[^1] ^= 1;

        Assert.Equal("a.trees: section packedleaves: checksum differs: the file is damaged", MessageOf(bytes));
    }

    [Fact]
    public void AFaultBehindRightChecksumsNamesTreeAndNode()
    {
        var bytes = Golden("calibrated.trees");
        var trees = (int)SectionEntry.Read(bytes.AsSpan(TreesSectionEntry)).Offset;
        var node = trees + CompactTreeLayout.TreesPrefixLength + (3 * CompactTreeLayout.TreeEntryLength) + CompactTreeLayout.NodeLength;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(node + 8), 1);

        Assert.Equal(
            "a.trees: section trees, tree 0, node 1: child 1 has another parent or is its own ancestor",
            MessageOf(Resealed.Of(bytes)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void CountsThatTheFileCannotHoldAreRefusedBeforeAnythingIsAllocated(int offset)
    {
        var bytes = Golden("calibrated.trees");
        var trees = (int)SectionEntry.Read(bytes.AsSpan(TreesSectionEntry)).Offset;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(trees + offset), 90_000);
        var hostile = Resealed.Of(bytes);
        MessageOf(hostile);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var message = MessageOf(hostile);

        Assert.StartsWith("a.trees: section trees: ", message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryFlippedBitIsRefused(string name)
    {
        var file = Bytes(name);
        for (var bit = 0; bit < file.Length * 8; bit++)
        {
            var bytes = (byte[])file.Clone();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            MessageOf(bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryFlippedBitBehindRightChecksumsIsRefusedOrSound(string name)
    {
        var file = Bytes(name);
        for (var bit = 0; bit < file.Length * 8; bit++)
        {
            var bytes = (byte[])file.Clone();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertRefusedOrSound(Resealed.Of(bytes));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryTruncationIsRefused(string name)
    {
        var file = Bytes(name);
        for (var length = 0; length < file.Length; length++)
        {
            MessageOf(file[..length]);
            if (length >= CompactTreeLayout.HeaderLength)
                MessageOf(Resealed.Of(file[..length]));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void RandomBytesAreRefusedOrSound(string name)
    {
        var file = Bytes(name);
        var random = new Random(20_261_122);
        for (var number = 0; number < 3000; number++)
        {
            var bytes = (byte[])file.Clone();
            var first = number % 2 == 0 ? CompactTreeLayout.HeaderLength : TreesSectionEntry + (2 * CompactTreeLayout.SectionEntryLength);
            for (var change = random.Next(1, 40); change > 0; change--)
                bytes[random.Next(first, bytes.Length)] = (byte)random.Next(256);
            AssertRefusedOrSound(Resealed.Of(bytes));
            random.NextBytes(bytes);
            AssertRefusedOrSound(bytes);
        }
    }

    private static void Rename(byte[] bytes, ushort trees, ushort leaves)
    {
        foreach (var (index, id) in new[] { (0, trees), (1, leaves) })
        {
            var row = bytes.AsSpan(CompactTreeLayout.HeaderLength + (index * CompactTreeLayout.SectionEntryLength));
            var entry = SectionEntry.Read(row);
            (entry with { Id = id, Flags = id > 900 ? (ushort)0 : entry.Flags }).Write(row);
        }
    }

    private static byte[] Bytes(string name) => name switch
    {
        "unpacked" => Golden("calibrated.trees"),
        "calibrated" => CompactTreeFile.Write(SmallEnsembles.Calibrated),
        _ => CompactTreeFile.Write(SmallEnsembles.Counted),
    };

    private static byte[] Golden(string name) =>
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "EdgeInfer.Trees.Tests", "Golden", name));

    private static string MessageOf(byte[] bytes) =>
        Assert.Throws<InvalidInputException>(() => CompactTreeFile.Read(bytes, "a.trees")).Message;

    private static void AssertRefusedOrSound(byte[] bytes)
    {
        TreeEnsemble ensemble;
        try
        {
            ensemble = CompactTreeFile.Read(bytes, "a.trees");
        }
        catch (InvalidInputException refused)
        {
            Assert.StartsWith("a.trees: section ", refused.Message, StringComparison.Ordinal);
            return;
        }

        using var model = new TreeModel(ensemble);
        var scores = new float[model.OutputCount];
        model.Score(new float[model.InputLength], scores);
        Assert.All(scores, score => Assert.True(float.IsFinite(score)));
    }
}
