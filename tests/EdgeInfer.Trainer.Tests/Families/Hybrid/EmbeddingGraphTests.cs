using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Families.Hybrid;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Tests.Networks;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Families.Hybrid;

[Collection<TorchSession>]
public sealed class EmbeddingGraphTests
{
    private const int Classes = 4;

    [Theory]
    [InlineData(Architecture.DepthwiseSeparable, 3, 1, 50)]
    [InlineData(Architecture.Residual, 3, 16, 16)]
    public void TheNetworksOwnHeadMakesItsLogitsOfTheEmbedding(string architecture, int channels, int height, int width)
    {
        var spec = Architecture.Create(architecture, new NetworkInput(channels, height, width), Classes, ArchitectureScale.One);
        using var network = NetworkSamples.Untrained(spec, seed: 5);
        var file = NetworkSamples.File(network);
        using var whole = OnnxModel.Load(file, "whole", FloatGraph.Logits);
        using var cut = OnnxModel.Load(EmbeddingGraph.Cut(file, "whole"), "cut");
        var (logits, embedding) = (new float[Classes], new float[cut.OutputLength]);
        var head = network.Fold().Layers[FloatGraph.Logits];

        foreach (var input in ToyWindows.Noise(5, whole.InputLength, seed: 8))
        {
            whole.Predict(input, logits);
            cut.Predict(input, embedding);

            var own = Enumerable.Range(0, Classes).Select(label =>
                head.Bias[label] + embedding.Select((value, i) => (double)value * head.Weights[label * embedding.Length + i]).Sum());
            Assert.All(own.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }
    }

    [Fact]
    public void NothingBehindTheEmbeddingIsLeft()
    {
        using var network = NetworkSamples.Untrained(NetworkSamples.Windows(channels: 3, length: 50, Classes), seed: 1);
        var whole = ModelProto.Parser.ParseFrom(NetworkSamples.File(network)).Graph;
        var cut = ModelProto.Parser.ParseFrom(EmbeddingGraph.Cut(NetworkSamples.File(network), "whole")).Graph;

        Assert.Equal(whole.Node.SkipLast(2).Select(node => node.Name), cut.Node.Select(node => node.Name));
        Assert.Equal(
            whole.Initializer.Where(tensor => !tensor.Name.StartsWith("logits", StringComparison.Ordinal)).Select(tensor => tensor.Name),
            cut.Initializer.Select(tensor => tensor.Name));
        Assert.Equal([1, 96], Assert.Single(cut.Output).Type.TensorType.Shape.Dim.Select(dimension => dimension.DimValue));
    }

    [Fact]
    public void ANetworkWithoutAnEmbeddingIsRefused()
    {
        var spec = Architecture.Create(Architecture.Autoencoder, new NetworkInput(3, 1, 50), Classes, ArchitectureScale.One);
        using var network = NetworkSamples.Untrained(spec, seed: 1);

        var error = Assert.Throws<InvalidInputException>(() => EmbeddingGraph.Cut(NetworkSamples.File(network), "file.onnx"));

        Assert.Equal("file.onnx: no node gives a tensor 'embedding', whose values the trees would learn from", error.Message);
    }
}
