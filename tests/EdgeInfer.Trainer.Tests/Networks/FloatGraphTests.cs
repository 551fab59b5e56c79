using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Networks;

[Collection<TorchSession>]
public sealed class FloatGraphTests
{
    [Theory]
    [InlineData(1, 50)]
    [InlineData(1, 1024)]
    [InlineData(3, 50)]
    [InlineData(3, 100)]
    [InlineData(6, 100)]
    [InlineData(6, 1024)]
    public void TheExportOfWindowsIsWithinAHundredThousandthOfTorch(int channels, int length) =>
        RequireParity(NetworkSamples.Windows(channels, length, classes: 4), seed: channels + length);

    [Theory]
    [MemberData(nameof(NetworkSamples.Architectures), MemberType = typeof(NetworkSamples))]
    public void TheExportOfEveryArchitectureIsWithinAHundredThousandthOfTorch(string name, int channels, int height, int width) =>
        RequireParity(Architecture.Create(name, new NetworkInput(channels, height, width), classes: 4, ArchitectureScale.One), seed: 3);

    [Theory]
    [MemberData(nameof(NetworkSamples.Architectures), MemberType = typeof(NetworkSamples))]
    public void NodesAndParametersAreThoseOfTheSpecification(string name, int channels, int height, int width)
    {
        var spec = Architecture.Create(name, new NetworkInput(channels, height, width), classes: 4, ArchitectureScale.One);
        using var network = NetworkSamples.Untrained(spec, seed: 1);
        var graph = ModelProto.Parser.ParseFrom(NetworkSamples.File(network)).Graph;

        Assert.Equal(spec.ParameterCount, graph.Initializer.Sum(tensor => tensor.RawData.Length / sizeof(float)));
        Assert.Equal(
            spec.Layers.Select(layer => layer.Name),
            graph.Node.Where(node => node.OpType is not ("Relu" or "Softmax")).Select(node => node.Name));
        Assert.Equal([1, channels, height, width], Assert.Single(graph.Input).Type.TensorType.Shape.Dim.Select(d => d.DimValue));
        Assert.Equal(
            name == Architecture.Autoencoder ? ["reconstruction"] : ["probabilities", "logits"],
            graph.Output.Select(output => output.Name));
    }

    [Fact]
    public void AnotherNetworksFileIsNotProven()
    {
        var spec = NetworkSamples.Windows(channels: 3, length: 50, classes: 4);
        using var network = NetworkSamples.Untrained(spec, seed: 1);
        using var other = NetworkSamples.Untrained(spec, seed: 2);

        var error = Assert.Throws<InvalidInputException>(() => NetworkParity.Prove(
            "export", network, NetworkSamples.File(other), ToyWindows.Noise(5, 150, seed: 8)));

        Assert.StartsWith("export: logits differ from TorchSharp's by ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheVersionsAreThoseStated()
    {
        using var network = NetworkSamples.Untrained(NetworkSamples.Windows(channels: 3, length: 50, classes: 4), seed: 1);
        var model = ModelProto.Parser.ParseFrom(NetworkSamples.File(network));

        Assert.Equal((8L, 17L), (model.IrVersion, Assert.Single(model.OpsetImport).Version));
    }

    [Fact]
    public void ProbabilitiesSumToOne()
    {
        using var network = NetworkSamples.Untrained(NetworkSamples.Windows(channels: 3, length: 50, classes: 4), seed: 1);
        using var model = OnnxModel.Load(NetworkSamples.File(network), "export");
        var shares = new float[model.OutputLength];
        model.Predict(ToyWindows.Noise(1, 150, seed: 3)[0], shares);

        Assert.Equal(4, shares.Length);
        Assert.InRange(shares.Sum(), 0.9999f, 1.0001f);
    }

    private static void RequireParity(LayerGraph spec, int seed)
    {
        using var network = NetworkSamples.Untrained(spec, seed);

        var parity = NetworkParity.Prove(
            "export", network, NetworkSamples.File(network), ToyWindows.Noise(20, spec.Input.ValueCount, seed: 8));

        Assert.Equal((20L, 0L), (parity.Rows, parity.LabelMismatches));
        Assert.InRange(parity.MaxAbsDiff, 0, 1e-5);
    }
}
