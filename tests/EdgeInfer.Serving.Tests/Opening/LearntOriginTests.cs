using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Fingerprints;
using EdgeInfer.Core.Marks;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Serving.Tests.Opening;

public sealed class LearntOriginTests : IDisposable
{
    private const string Phone = "Activity from a phone: Data in Brief 2023, 109809, doi:10.1016/j.dib.2023.109809, CC BY 4.0";
    private const string Watch = "Activity from a watch: Data in Brief 2023, 109809, https://doi.org/10.1016/j.dib.2023.109809";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Phone, Watch, true)]
    [InlineData(Phone + "; nobody", "nobody", true)]
    [InlineData("nobody", "nobody", true)]
    [InlineData(Phone, "another, doi:10.1016/j.dib.2023.109810", false)]
    [InlineData(Phone, null, false)]
    public void OneStudyIsKnownByItsDoiOrItsWords(string learnt, string? tested, bool same) =>
        Assert.Equal(same, LearntOrigin.IsOne(learnt, tested));

    [Theory]
    [InlineData("Machine-13", "machine 13")]
    [InlineData("s01", " S01")]
    public void AGroupOfTheSameDataIsRefusedHoweverItIsWritten(string learnt, string tested)
    {
        var error = Assert.Throws<InvalidInputException>(
            () => LearntOrigin.Judge(Trained(null, learnt), "bundle", Side(Recording(1, tested))));

        Assert.Equal(
            $"bundle: has learnt group '{tested}' of the same data, written '{learnt}' there, which is a test group of tiny",
            error.Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("reworded")]
    public void ACopyIsRefusedUnderAnotherNameAndAnotherAttribution(string? attribution)
    {
        var learnt = Trained(ContentFingerprint.Of(PieceKind.Chunk, [Recording(1, "anna"), Recording(2, "ben")]), "anna", "ben");
        var side = Side(Recording(3, "new"), Recording(2, "renamed")) with { Attribution = attribution };

        var message = Assert.Throws<InvalidInputException>(() => LearntOrigin.Judge(learnt, "bundle", side)).Message;

        Assert.StartsWith(
            "bundle: has learnt the test recording 2.csv of group 'renamed' of tiny, or a copy of it (", message, StringComparison.Ordinal);
        Assert.Contains("100 %", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASplitThatDeclaresItselfLeakyRunsAndIsMarked()
    {
        var learnt = Trained(ContentFingerprint.Of(PieceKind.Chunk, [Recording(1, "anna")]), "anna");

        Assert.Equal(
            new FigureMarks(Simulated: true, Quick: false, Leaky: true, OriginUnknown: false),
            LearntOrigin.Judge(learnt, "bundle", Side(Recording(1, "anna")) with { Leaky = true }));
    }

    [Fact]
    public void ANetworkThatItsTestGroupsChoseSaysSo()
    {
        var learnt = Trained(ContentFingerprint.Of(PieceKind.Chunk, [Recording(2, "ben")]), "ben");
        learnt = learnt with { Training = learnt.Training with { ChosenOnTest = true } };

        Assert.True(LearntOrigin.Judge(learnt, "bundle", Side(Recording(1, "anna"))).Chosen);
    }

    [Fact]
    public void ABundleWithoutFingerprintOrWithOneOfOtherPiecesIsOfUnknownOrigin()
    {
        var side = Side(Recording(1, "anna"));

        Assert.True(LearntOrigin.Judge(Trained(null, "ben"), "bundle", side).OriginUnknown);
        Assert.True(LearntOrigin.Judge(Trained(ContentFingerprint.Of(PieceKind.Image, []), "ben"), "bundle", side).OriginUnknown);
        Assert.False(LearntOrigin.Judge(
            Trained(ContentFingerprint.Of(PieceKind.Chunk, [Recording(2, "ben")]), "ben"), "bundle", side).OriginUnknown);
    }

    [Fact]
    public void AFingerprintWithoutPiecesIsOfUnknownOrigin()
    {
        var learnt = Trained(ContentFingerprint.Of(PieceKind.Chunk, [new("flat.csv", "ben", [])]), "ben");

        Assert.True(learnt.Training.Marks.OriginUnknown);
        Assert.True(LearntOrigin.Judge(learnt, "bundle", Side(Recording(1, "anna"))).OriginUnknown);
    }

    [Fact]
    public void ATestSideWithoutAPieceToCompareLeavesTheOriginUnknown()
    {
        var learnt = Trained(ContentFingerprint.Of(PieceKind.Chunk, [Recording(2, "ben")]), "ben");
        ulong[] smallest = [.. Enumerable.Range(1, ContentFingerprint.MostHashes).Select(i => (ulong)i)];
        var sampled = Trained(new(PieceKind.Chunk, smallest.Length + 1, 0, smallest), "ben");

        Assert.True(LearntOrigin.Judge(learnt, "bundle", Side(new RecordedPieces("flat.csv", "anna", []))).OriginUnknown);
        Assert.True(LearntOrigin.Judge(sampled, "bundle", Side(Recording(1, "anna"))).OriginUnknown);
    }

    private Manifest Trained(ContentFingerprint? content, params string[] groups)
    {
        var manifest = BundleReader.Open(TinyTask.WriteTreeBundle(_folder.File($"bundle-{Guid.NewGuid():n}"))).Manifest;
        return manifest with
        {
            Training = manifest.Training with
            {
                Groups = groups,
                Content = content is null ? null : ManifestContent.Of(content),
            },
        };
    }

    private static JudgedSide Side(params RecordedPieces[] recordings) =>
        new(TinyTask.Name, null, Simulated: true, Leaky: false, PieceKind.Chunk, recordings);

    private static RecordedPieces Recording(int seed, string group)
    {
        var random = new Random(seed);
        return new($"{seed}.csv", group, ContentChunks.Of(Enumerable.Range(0, 600).Select(_ => RowHash.OfChannels([random.NextSingle()]))));
    }
}
