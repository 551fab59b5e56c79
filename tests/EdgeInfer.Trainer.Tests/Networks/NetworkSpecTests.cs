using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Networks;

[Collection<TorchSession>]
public sealed class NetworkSpecTests
{
    [Fact]
    public void CountsEqualThoseMadeByHand()
    {
        var spec = new NetworkSpec(Channels: 2, Length: 21, [
            new ConvolutionSpec("stem", 2, 4, Kernel: 5, Stride: 2, Depthwise: false),
            new ConvolutionSpec("depthwise", 4, 4, Kernel: 3, Stride: 2, Depthwise: true),
            new ConvolutionSpec("pointwise", 4, 8, Kernel: 1, Stride: 1, Depthwise: false),
        ], Classes: 3);

        // Lengths: (21 + 4 - 5) / 2 + 1 = 11, then (11 + 2 - 3) / 2 + 1 = 6, then 6.
        Assert.Equal((4 * 2 * 5 + 4) + (4 * 3 + 4) + (8 * 4 + 8) + (3 * 8 + 3), spec.ParameterCount);
        Assert.Equal(4 * 2 * 5 * 11 + 4 * 3 * 6 + 8 * 4 * 6 + 3 * 8, spec.MultiplyAccumulateCount);
    }

    [Theory]
    [InlineData(1, 50, 2)]
    [InlineData(3, 100, 5)]
    [InlineData(6, 1024, 3)]
    public void TheExportedFileHoldsAsManyParametersAsCounted(int channels, int length, int classes)
    {
        var spec = DepthwiseSeparable.Create(channels, length, classes);
        using var network = NetworkSamples.Untrained(spec, seed: 1);
        var graph = ModelProto.Parser.ParseFrom(FloatGraph.Write(network.Fold())).Graph;

        Assert.Equal(spec.ParameterCount, graph.Initializer.Sum(tensor => tensor.RawData.Length / sizeof(float)));
    }

    [Theory]
    [InlineData(1, 50)]
    [InlineData(3, 100)]
    [InlineData(6, 100)]
    [InlineData(6, 1024)]
    [InlineData(2, 8192)]
    public void LayersFitOneAnotherAndWidthsAreMultiplesOf16(int channels, int length)
    {
        var spec = DepthwiseSeparable.Create(channels, length, classes: 4);

        Assert.Equal(channels, spec.Convolutions[0].Inputs);
        Assert.All(spec.Convolutions.Zip(spec.Convolutions.Skip(1)), pair => Assert.Equal(pair.First.Outputs, pair.Second.Inputs));
        Assert.All(spec.Convolutions, layer => Assert.Equal((0, 1), (layer.Outputs % 16, layer.Kernel % 2)));
        Assert.InRange(spec.Convolutions[0].OutputLength(length), 1, 256);
        Assert.Equal(spec.Convolutions.Count, spec.Convolutions.Select(layer => layer.Name).Distinct().Count());
    }
}
