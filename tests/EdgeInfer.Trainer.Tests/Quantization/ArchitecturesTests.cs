using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Layers;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;
using EdgeInfer.Trainer.Tests.Networks;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Quantization;

[Collection<TorchSession>]
public sealed class ArchitecturesTests
{
    [Theory]
    [InlineData(Architecture.Residual, 28, 28)]
    [InlineData(Architecture.DepthwiseSeparable, 28, 28)]
    [InlineData(Architecture.Residual, 1, 28)]
    [InlineData(Architecture.DepthwiseSeparable, 1, 1024)]
    public void EveryLayerComputesInIntegers(string name, int height, int width)
    {
        var input = new NetworkInput(3, height, width);
        using var network = NetworkSamples.Untrained(Architecture.Create(name, input, classes: 4, ArchitectureScale.One), seed: 2);

        var int8 = IntegerModel.Quantize(
            FloatGraph.Write(network.Fold()), "toy", ToyWindows.Noise(8, input.ValueCount, seed: 4), CalibrationMethod.Percentile);

        var operators = OptimizedGraph.Optimize("toy", int8).Graph.Node.Select(node => node.OpType).ToArray();
        Assert.Equal(network.Spec.Layers.OfType<ConvolutionLayer>().Count(), operators.Count(each => each == "QLinearConv"));
        Assert.Equal(network.Spec.Layers.OfType<AdditionLayer>().Count(), operators.Count(each => each == "QLinearAdd"));
        Assert.Single(operators, "QGemm");
    }

    [Fact]
    public void NearlyAllLabelsAgreeWithThoseOfTheFloatNetwork()
    {
        var (training, unseen) = (new ToyWindows(150, 3, 48, seed: 1), new ToyWindows(200, 3, 48, seed: 2));
        using var network = NetworkSamples.Train(training, NetworkSamples.Tiny, seed: 7);
        var fp32 = FloatGraph.Write(network.Fold());
        var int8 = IntegerModel.Quantize(fp32, "toy", NetworkSamples.Standardized(training, training), CalibrationMethod.Percentile);

        var parity = NetworkParity.Compare("toy", fp32, int8, NetworkSamples.Standardized(unseen, training));

        Assert.Equal(200, parity.Rows);
        Assert.InRange(parity.LabelMismatches, 0, 6);
    }
}
