using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Networks;
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
    public void TheExportIsWithinAHundredThousandthOfTorch(int channels, int length)
    {
        using var network = NetworkSamples.Untrained(DepthwiseSeparable.Create(channels, length, classes: 4), seed: channels + length);
        var windows = ToyWindows.Noise(20, channels * length, seed: 8);

        var parity = NetworkParity.Prove("export", network, FloatGraph.Write(network.Fold()), windows);

        Assert.Equal((20L, 0L), (parity.Rows, parity.LabelMismatches));
        Assert.InRange(parity.MaxAbsDiff, 0, 1e-5);
    }

    [Fact]
    public void AnotherNetworksFileIsNotProven()
    {
        var spec = DepthwiseSeparable.Create(channels: 3, length: 50, classes: 4);
        using var network = NetworkSamples.Untrained(spec, seed: 1);
        using var other = NetworkSamples.Untrained(spec, seed: 2);

        var error = Assert.Throws<InvalidInputException>(() => NetworkParity.Prove(
            "export", network, FloatGraph.Write(other.Fold()), ToyWindows.Noise(5, 150, seed: 8)));

        Assert.StartsWith("export: logits differ from TorchSharp's by ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WindowsStandAsImagesOfOneLineForTheVersionsStated()
    {
        using var network = NetworkSamples.Untrained(DepthwiseSeparable.Create(channels: 3, length: 50, classes: 4), seed: 1);
        var model = ModelProto.Parser.ParseFrom(FloatGraph.Write(network.Fold()));

        Assert.Equal((8L, 17L), (model.IrVersion, Assert.Single(model.OpsetImport).Version));
        Assert.Equal([1, 3, 1, 50], Assert.Single(model.Graph.Input).Type.TensorType.Shape.Dim.Select(d => d.DimValue));
        Assert.Equal(["probabilities", "logits"], model.Graph.Output.Select(output => output.Name));
    }

    [Fact]
    public void ProbabilitiesSumToOne()
    {
        using var network = NetworkSamples.Untrained(DepthwiseSeparable.Create(channels: 3, length: 50, classes: 4), seed: 1);
        using var model = OnnxModel.Load(FloatGraph.Write(network.Fold()), "export");
        var shares = new float[model.OutputLength];
        model.Predict(ToyWindows.Noise(1, 150, seed: 3)[0], shares);

        Assert.Equal(4, shares.Length);
        Assert.InRange(shares.Sum(), 0.9999f, 1.0001f);
    }
}
