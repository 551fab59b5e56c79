using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Layers;

namespace EdgeInfer.Trainer.Tests.Networks.Architectures;

public sealed class ArchitectureTests
{
    [Fact]
    public void ResNet8HasTheCountsOfMlPerfTiny()
    {
        var spec = Architecture.Create(Architecture.Residual, new NetworkInput(3, 32, 32), classes: 10, ArchitectureScale.One);

        var weights = 16 * 3 * 9
            + 2 * 16 * 16 * 9
            + 32 * 16 * 9 + 32 * 32 * 9 + 32 * 16
            + 64 * 32 * 9 + 64 * 64 * 9 + 64 * 32;
        Assert.Equal(weights + (3 * 16 + 3 * 32 + 3 * 64) + 65 * 10, spec.ParameterCount);
        Assert.Equal(77_706, spec.ParameterCount);
        Assert.Equal(
            1024L * (16 * 3 * 9 + 2 * 16 * 16 * 9) + 256 * (32 * 16 * 9 + 32 * 32 * 9 + 32 * 16)
            + 64 * (64 * 32 * 9 + 64 * 64 * 9 + 64 * 32) + 640,
            spec.MultiplyAccumulateCount);
    }

    [Fact]
    public void TheSeparableCnnForImagesHasTheCountsOfMlPerfTinysBlocks()
    {
        var spec = Architecture.Create(Architecture.DepthwiseSeparable, new NetworkInput(3, 32, 32), classes: 10, ArchitectureScale.One);

        Assert.Equal((64 * 27 + 64) + 4 * (64 * 9 + 64 + 64 * 64 + 64) + 65 * 10, spec.ParameterCount);
        Assert.Equal(256L * (64 * 27 + 4 * (64 * 9 + 64 * 64)) + 640, spec.MultiplyAccumulateCount);
    }

    [Fact]
    public void TheSeparableCnnForWindowsKeepsItsCounts()
    {
        var spec = NetworkSamples.Windows(channels: 6, length: 100, classes: 5);

        var blocks = (32 * 5 + 32 + 32 * 48 + 48) + (48 * 5 + 48 + 48 * 64 + 64)
            + (64 * 5 + 64 + 64 * 64 + 64) + (64 * 5 + 64 + 64 * 96 + 96);
        Assert.Equal(32 * 6 * 7 + 32 + blocks + 97 * 5, spec.ParameterCount);
    }

    [Fact]
    public void TheAutoencoderHasTheCountsOfMlPerfTiny()
    {
        var spec = Architecture.Create(Architecture.Autoencoder, new NetworkInput(5, 1, 128), classes: 0, ArchitectureScale.One);

        var weights = 640 * 128 + 3 * 128 * 128 + 128 * 8 + 8 * 128 + 3 * 128 * 128 + 128 * 640;
        Assert.Equal(weights + 8 * 128 + 8 + 640, spec.ParameterCount);
        Assert.Equal(weights, spec.MultiplyAccumulateCount);
        Assert.Equal(NetworkGoal.Reconstruction, spec.Goal);
    }

    [Theory]
    [InlineData("ds-cnn", 1)]
    [InlineData("ds-cnn", 32)]
    [InlineData("resnet8", 1)]
    [InlineData("resnet8", 32)]
    [InlineData("autoencoder", 1)]
    public void WiderAndDeeperIsMoreAndWidthsStayMultiplesOf8(string name, int height)
    {
        LayerGraph Scaled(double width, double depth) =>
            Architecture.Create(name, new NetworkInput(3, height, 32), classes: 4, new ArchitectureScale(width, depth));

        Assert.True(Scaled(2, 1).ParameterCount > Scaled(1, 1).ParameterCount);
        Assert.True(Scaled(0.5, 1).ParameterCount < Scaled(1, 1).ParameterCount);
        Assert.True(Scaled(1, 2).Layers.Count > Scaled(1, 1).Layers.Count);
        foreach (var scale in new[] { 0.25, 0.5, 0.75, 1, 1.3, 2, 4 })
            Assert.All(Scaled(scale, scale).Weighted.SkipLast(1), layer => Assert.Equal(0, layer.Outputs % (layer.Outputs < 16 ? 8 : 16)));
    }

    [Theory]
    [InlineData(1, 50)]
    [InlineData(6, 1024)]
    [InlineData(2, 8192)]
    public void TheStemShortensLongWindows(int channels, int length) =>
        Assert.InRange(NetworkSamples.Windows(channels, length, classes: 4).ShapeOf("stem").Width, 1, 256);

    [Theory]
    [InlineData("ds-cnn", 24)]
    [InlineData("resnet8", 48)]
    public void TheStemShrinksLargeImages(string name, int largest)
    {
        var stem = Architecture.Create(name, new NetworkInput(3, 96, 300), classes: 4, ArchitectureScale.One).ShapeOf("stem");

        Assert.InRange(Math.Max(stem.Height, stem.Width), largest / 2, largest);
    }

    [Theory]
    [InlineData(1, TaskKind.Classification, "ds-cnn")]
    [InlineData(28, TaskKind.Classification, "resnet8")]
    [InlineData(1, TaskKind.Anomaly, "autoencoder")]
    public void EveryTaskHasItsOwn(int height, TaskKind task, string name) =>
        Assert.Equal(name, Architecture.DefaultFor(new NetworkInput(1, height, 28), task));

    [Theory]
    [InlineData(0.1, 1, "--width: 0.1 is not 0.25 to 4")]
    [InlineData(1, 5, "--depth: 5 is not 0.25 to 4")]
    [InlineData(double.NaN, 1, "--width: NaN is not 0.25 to 4")]
    public void AMultiplierOutsideItsRangeIsRefused(double width, double depth, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidInputException>(new ArchitectureScale(width, depth).Require).Message);

    [Fact]
    public void FewerBlocksSkipStagesAndMoreRepeatThem()
    {
        int[] Strides(double depth) => [.. Architecture
            .Create(Architecture.DepthwiseSeparable, new NetworkInput(3, 1, 64), classes: 2, new ArchitectureScale(1, depth))
            .Layers.OfType<ConvolutionLayer>().Where(layer => layer.Depthwise).Select(layer => layer.Stride.Width)];

        Assert.Equal([1, 1], Strides(0.5));
        Assert.Equal([1, 2, 1, 2], Strides(1));
        Assert.Equal([1, 1, 2, 1, 1, 1, 2, 1], Strides(2));
    }
}
