using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("/home/someone/recordings/", "recordings")]
    [InlineData("/recordings", "recordings")]
    [InlineData("../shared/data/har", "../shared/data/har")]
    public void OfAnAbsoluteFolderOnlyTheLastPartIsRecorded(string folder, string shown) =>
        Assert.Equal(
            $"edgeinfer train net --data {shown} --seed 3",
            CommandLine.For("net", new DataSelection(folder, null, null), seed: 3, quick: false));

    [Fact]
    public void TaskSplitAndSizeStandWhereTheyWereGiven() =>
        Assert.Equal(
            "edgeinfer train trees --data d --task t --split s --seed 1 --quick --family forest",
            CommandLine.For("trees", new DataSelection("d", "t", "s"), seed: 1, quick: true, "--family", "forest"));

    [Fact]
    public void APathWithASpaceIsOneWordOfAShell() =>
        Assert.Equal(
            "edgeinfer import 'my trees.onnx' --data 'my data' --family imported",
            CommandLine.ForImport("my trees.onnx", new DataSelection("my data", null, null), "imported", []));

    [Fact]
    public void ARecordedCompressionIsTakenAgain()
    {
        var recorded = CommandLine.ForCompression(
            "net", new DataSelection("d", null, null), [CompressionChain.Parse("prune:0.4, int8")], "percentile", teacher: null,
            ["--margin", "0.5"], seed: 2);

        Assert.Equal("edgeinfer compress net --data d --steps prune:0.4,int8 --calibration percentile --margin 0.5 --seed 2", recorded);
        Assert.Empty(CompressCommand.Create().Parse([.. recorded.Split(' ').Skip(2), "--out", "o"]).Errors);
    }
}
