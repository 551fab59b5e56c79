using EdgeInfer.Bundles.Storage;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Commands;

/// <summary>A model that is right must be right behind its import, in whatever order file and data set have the classes.</summary>
[Slow("imports trees and proves them")]
public sealed class ImportLabelTests
{
    [Theory]
    [InlineData(0L, 1L, 2L)]
    [InlineData(2L, 0L, 1L)]
    [InlineData(1L, 2L, 0L)]
    public void NumbersOfPeopleMeetTheirLabels(params long[] classes)
    {
        using var rooms = new Rooms(("many", "2"), ("empty", "0"), ("one", "1"));

        var (text, accuracy) = Import(rooms, classes);

        Assert.Equal(1, accuracy);
        Assert.Contains("(by value)", text, StringComparison.Ordinal);
        Assert.Contains("2 is 'many', 0 is 'empty', 1 is 'one'", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0L, 1L)]
    [InlineData(1L, 0L)]
    public void AForestOfTwoClassesIsJudgedByItsProbabilities(params long[] classes)
    {
        using var rooms = new Rooms(("busy", "1"), ("empty", "0"));

        var (text, accuracy) = Import(rooms, classes);

        Assert.Equal(1, accuracy);
        var parity = BundleReader.Open(Path.Combine(rooms.Out, "rooms-imported")).Manifest.Parity;
        Assert.InRange(parity.OriginalContradictions!.Value, 1, parity.Rows - 1);
        Assert.Contains("the original's label contradicts its own probabilities on ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersThatAreNoValueAreRefused()
    {
        using var rooms = new Rooms(("many", "2"), ("empty", "0"), ("one", "1"));

        Assert.EndsWith(
            "class '3' of 1, 2, 3 is no label of the task: many (value 2), empty (value 0), one (value 1)",
            TrainingCommands.Error(ImportCommand.Create(), rooms.Out, rooms.Tree(1, 2, 3), "--data", rooms.Data, "--out", rooms.Out),
            StringComparison.Ordinal);
    }

    private static (string Text, double Accuracy) Import(Rooms rooms, long[] classes)
    {
        var text = ConsoleText.Of(() => Assert.Equal(
            0, TrainingCommands.Invoke(ImportCommand.Create(), rooms.Tree(classes), "--data", rooms.Data, "--out", rooms.Out)));
        var bundle = BundleReader.Open(Path.Combine(rooms.Out, "rooms-imported"));
        Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
        return (text, bundle.Manifest.Metrics.Single(metric => metric.Name == "accuracy").Value);
    }
}
