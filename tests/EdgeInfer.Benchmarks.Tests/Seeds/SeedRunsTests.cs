using EdgeInfer.Benchmarks.Seeds;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Benchmarks.Tests.Seeds;

public class SeedRunsTests
{
    private static readonly SeedRuns Runs = new(new DataSelection("data", "meter-digits", "hash"), "resnet8", "out");

    [Fact]
    public void EveryRunHasAFolderOfItsOwnAndTheSeed()
    {
        var network = Runs.Network(3);

        Assert.Equal(Path.Combine("out", "seed-3", "net"), network.Folder);
        Assert.Equal(
            "net --margin 100 --data data --task meter-digits --split hash --arch resnet8 --seed 3", string.Join(' ', network.Arguments));
    }

    [Fact]
    public void AChainIsCompressedWhateverItLoses()
    {
        var run = Runs.Chain(2, CompressionChain.Parse("prune:0.40, int8"), "fp32");

        Assert.Equal(Path.Combine("out", "seed-2", "prune:0.4,int8"), run.Folder);
        Assert.Equal(
            "compress fp32 --data data --task meter-digits --split hash --steps prune:0.4,int8 --margin 100 --seed 2",
            string.Join(' ', run.Arguments));
    }
}
