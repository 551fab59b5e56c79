using EdgeInfer.Core.Fingerprints;

namespace EdgeInfer.Core.Tests.Fingerprints;

public sealed class ContentFingerprintTests
{
    private const int Rows = 4_000;

    [Fact]
    public void ACopyIsKnownAgainWhateverOrderItsColumnsHave()
    {
        var learnt = ContentFingerprint.Of(PieceKind.Chunk, [Recording("a", Noise(1))]);
        var turned = Noise(1).Select(row => new[] { row[1], row[0] });

        Assert.Equal(1, learnt.OverlapWith(Recording("b", turned).Hashes).Share);
        Assert.Equal(0, learnt.OverlapWith(Recording("c", Noise(2)).Hashes).Found);
    }

    [Fact]
    public void ARemovedRowChangesOnlyTheChunksAroundIt()
    {
        var learnt = ContentFingerprint.Of(PieceKind.Chunk, [Recording("a", Noise(1))]);
        var overlap = learnt.OverlapWith(Recording("b", Noise(1).Where((_, i) => i != Rows / 2)).Hashes);

        Assert.InRange(overlap.Compared - overlap.Found, 0, 3);
        Assert.True(learnt.IsCopy(overlap));
    }

    [Fact]
    public void EveryTwentiethRowRemovedLeavesEnoughToBeKnownBy()
    {
        var learnt = ContentFingerprint.Of(PieceKind.Chunk, [Recording("a", Noise(1))]);

        Assert.True(learnt.IsCopy(learnt.OverlapWith(Recording("b", Noise(1).Where((_, i) => i % 20 != 0)).Hashes)));
    }

    [Fact]
    public void AFlatRecordingIsNobodysContent()
    {
        var flat = Enumerable.Repeat(new[] { 1f, 2f }, Rows);

        Assert.Empty(ContentChunks.Of(flat.Select(row => RowHash.OfChannels(row))));
    }

    [Fact]
    public void ARecordingOfFewDifferentRowsIsOnePieceWithTheTimesOfItsChanges()
    {
        IReadOnlyList<ulong> Door(params int[] open) =>
            ContentChunks.Of(Enumerable.Range(0, 200).Select(i => RowHash.OfChannels([open.Contains(i) ? 1f : 0f])));

        Assert.Single(Door(60, 61));
        Assert.Equal(Door(60, 61), Door(60, 61));
        Assert.NotEqual(Door(60, 61), Door(60, 61, 62));
        Assert.Empty(Door());
    }

    [Fact]
    public void TrainingThatRepeatsItselfHidesNoCopy()
    {
        // Six of every ten pieces stand in both training groups; all forty of a test group were learnt.
        ulong[] pieces = [.. Enumerable.Range(1, 100).Select(i => RowHash.OfChannels([i]))];
        var learnt = ContentFingerprint.Of(
            PieceKind.Chunk, [new("a", "a", pieces[..80]), new("b", "b", [.. pieces[..60], .. pieces[80..]])]);

        Assert.InRange(learnt.Repeated, 0.7, 0.8);
        Assert.True(learnt.IsCopy(new(Compared: 40, Found: 40)));
        Assert.False(learnt.IsCopy(new(Compared: 40, Found: 34)));
        Assert.False(learnt.IsCopy(new(Compared: 4, Found: 4)));
    }

    [Fact]
    public void ManyShortRecordingsOfAGroupAreACopyTogether()
    {
        ulong[] pieces = [.. Enumerable.Range(1, 100).Select(i => RowHash.OfChannels([i]))];
        var learnt = ContentFingerprint.Of(
            PieceKind.Chunk, [new("a", "a", pieces[..80]), new("b", "b", [.. pieces[..60], .. pieces[80..]])]);
        RecordedPieces[] tested = [.. pieces[..40].Select((piece, i) => new RecordedPieces($"{i}", "new", [piece]))];

        Assert.Equal(new ContentOverlap(40, 40), CopiedContent.First(learnt, tested)!.Overlap);
    }

    [Fact]
    public void OnePieceIsACopyWhereNoTrainingGroupRepeatsAnother() =>
        Assert.True(ContentFingerprint.Of(PieceKind.Chunk, [Recording("a", Noise(1))]).IsCopy(new(Compared: 1, Found: 1)));

    [Fact]
    public void ALongTrainingSideIsSampledAndACopyOfATenthOfItIsStillFound()
    {
        RecordedPieces[] recordings = [.. Enumerable.Range(0, 100).Select(i => Recording($"{i}", Noise(i), $"group {i}"))];
        var learnt = ContentFingerprint.Of(PieceKind.Chunk, recordings);

        Assert.Equal(ContentFingerprint.MostHashes, learnt.Hashes.Count);
        Assert.True(learnt.Pieces > ContentFingerprint.MostHashes);
        Assert.Equal(100, recordings.Count(recording => learnt.IsCopy(learnt.OverlapWith(recording.Hashes))));
        Assert.Null(CopiedContent.First(learnt, [Recording("new", Noise(1_000))]));
    }

    [Fact]
    public void RowsThatPeopleShareHonestlyAreNoCopies()
    {
        // 40 different rows in all: nearly every row of a group stands in the others as well.
        var random = new Random(20_261_128);
        RecordedPieces Group(string name, int rows) => new(
            name, name, [.. Enumerable.Range(0, rows).Select(_ => RowHash.OfChannels([random.Next(8), random.Next(5)]))]);
        var learnt = ContentFingerprint.Of(PieceKind.Row, [Group("a", 60), Group("b", 60), Group("c", 60)]);

        Assert.InRange(learnt.Repeated, 0.8, 1);
        Assert.Null(CopiedContent.First(learnt, [Group("d", 60)]));
    }

    [Fact]
    public void RowsOfMeasuredValuesThatReturnAreACopy()
    {
        RecordedPieces Group(string name, int seed) => new(
            name, name, [.. Noise(seed).Take(60).Select(row => RowHash.OfChannels(row))]);
        var learnt = ContentFingerprint.Of(PieceKind.Row, [Group("a", 1), Group("b", 2)]);

        Assert.Equal(60, CopiedContent.First(learnt, [Group("new", 3), Group("again", 2)])!.Overlap.Found);
    }

    [Fact]
    public void TwoTrainingsTogetherKnowTheRecordingsOfBoth()
    {
        RecordedPieces[] recordings = [.. Enumerable.Range(0, 100).Select(i => Recording($"{i}", Noise(i), $"group {i}"))];
        var both = ContentFingerprint.Of(PieceKind.Chunk, recordings[..90]).With(ContentFingerprint.Of(PieceKind.Chunk, recordings[90..]))!;

        Assert.Equal(100, recordings.Count(recording => both.IsCopy(both.OverlapWith(recording.Hashes))));
        Assert.InRange(both.Hashes.Count, 1, ContentFingerprint.MostHashes);
        Assert.Null(both.With(ContentFingerprint.Of(PieceKind.Image, [])));
    }

    [Fact]
    public void ZeroAndNotANumberAreOneValueHoweverTheyAreWritten()
    {
        Assert.Equal(RowHash.OfChannels([0f, 1f]), RowHash.OfChannels([-0f, 1f]));
        Assert.Equal(RowHash.OfChannels([float.NaN]), RowHash.OfChannels([BitConverter.UInt32BitsToSingle(0xFFC00001)]));
        Assert.NotEqual(RowHash.OfSequence([1, 2]), RowHash.OfSequence([2, 1]));
    }

    private static RecordedPieces Recording(string name, IEnumerable<float[]> rows, string group = "g") =>
        new($"{name}.csv", group, ContentChunks.Of(rows.Select(row => RowHash.OfChannels(row))));

    private static float[][] Noise(int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, Rows).Select(_ => new[] { random.NextSingle(), random.NextSingle() }).ToArray();
    }
}
