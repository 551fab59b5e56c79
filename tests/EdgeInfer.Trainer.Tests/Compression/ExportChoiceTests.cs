using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Evaluation.Verdicts;
using EdgeInfer.Measurement.Latency;
using EdgeInfer.Trainer.Compression;

namespace EdgeInfer.Trainer.Tests.Compression;

public sealed class ExportChoiceTests
{
    private static readonly CompressionRow Original = Tried("none", "fp32", 0.9, 100);

    [Fact]
    public void TheSmallestThatPassesIsExportedWhateverTheOrder()
    {
        var choice = Choice(
            [Original, Tried("prune:0.2,int8", "int8", 0.9, 20), Tried("int8", "int8", 0.9, 30), Tried("prune:0.8,int8", "int8", 0.5, 10)]);

        Assert.Equal([false, true, false, false], choice.Rows.Select(row => row.Exported));
        Assert.Equal([null, true, true, false], choice.Rows.Select(row => row.Gate?.Passes));
        Assert.Equal(1, choice.Best);
    }

    [Fact]
    public void OfEquallySmallOnesTheBetterIsExported() => Assert.Equal(
        2, Choice([Original, Tried("int8", "int8", 0.88, 30), Tried("distil,int8", "int8", 0.89, 30)]).Best);

    [Fact]
    public void WhereNonePassesNothingIsExportedAndTheFirstIsShown()
    {
        var choice = Choice([Original, Tried("int8", "int8", 0.6, 30), Tried("prune:0.4,int8", "int8", 0.5, 20)]);

        Assert.DoesNotContain(choice.Rows, row => row.Exported);
        Assert.Equal(1, choice.Best);
    }

    [Fact]
    public void AnotherFormatIsExportedOnlyWhereNoneIsInt8()
    {
        Assert.Equal(2, Choice([Original, Tried("fp16", "fp16", 0.9, 20), Tried("int8", "int8", 0.9, 30)]).Best);
        Assert.Equal(1, Choice([Original, Tried("fp16", "fp16", 0.9, 50)]).Best);
    }

    private static ExportChoice Choice(CompressionRow[] tried) => ExportChoice.Of(tried, new MarginGate(0.1, "accuracy", networks: 1));

    private static CompressionRow Tried(string steps, string format, double accuracy, long bytes) => new(
        steps, ModelFormat.Of(format), GroupEstimate.Of([accuracy, accuracy], 10), null,
        PairedDifference.Of(
            [.. Enumerable.Repeat(accuracy, 6)], [.. Enumerable.Repeat(0.9, 6)], [.. Enumerable.Repeat(1000L, 6)]),
        bytes, 0,
        new LatencyRatio(1, 1, 1, 1));
}
