using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Measurement.Latency;
using EdgeInfer.Trainer.Compression;

namespace EdgeInfer.Trainer.Tests.Compression;

public sealed class ParetoFrontTests
{
    [Fact]
    public void OnlyWhatNothingElseBeatsIsMarked() => Assert.Equal(
        [true, true, false],
        ParetoFront.Mark([Tried(0.9, 100, 1), Tried(0.89, 50, 0.7), Tried(0.88, 50, 0.8)]).Select(one => one.ParetoOptimal));

    [Fact]
    public void EqualsAreBothMarked() =>
        Assert.All(ParetoFront.Mark([Tried(0.9, 100, 1), Tried(0.9, 100, 1)]), one => Assert.True(one.ParetoOptimal));

    private static CompressionRow Tried(double accuracy, long bytes, double ratio) => new(
        "", ModelFormat.Int8, GroupEstimate.Of([accuracy], 10), null, null, bytes, 0, new LatencyRatio(ratio, ratio, ratio, 1));
}
