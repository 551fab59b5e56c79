using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Layers;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Tests.Networks;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Quantization;

[Collection<TorchSession>]
public sealed class IntegerGraphTests
{
    [Theory]
    [InlineData(1, 50)]
    [InlineData(6, 100)]
    [InlineData(3, 1024)]
    public void TheOptimisedGraphComputesInIntegersOnly(int channels, int length)
    {
        using var network = NetworkSamples.Untrained(NetworkSamples.Windows(channels, length, classes: 4), seed: 2);
        var int8 = IntegerGraph.Write(network.Fold(), PercentileCalibration.Run(network, ToyWindows.Noise(16, channels * length, seed: 4)));

        OptimizedGraph.RequireIntegers("toy", int8);

        var operators = OptimizedGraph.Of("toy", int8).Select(each => each.OpType).ToArray();
        Assert.Equal(network.Spec.Layers.OfType<ConvolutionLayer>().Count(), operators.Count(each => each == "QLinearConv"));
        Assert.Single(operators, "QGemm");
    }

    [Theory]
    [InlineData(Architecture.Residual, 28)]
    [InlineData(Architecture.DepthwiseSeparable, 28)]
    [InlineData(Architecture.Residual, 1)]
    public void ResidualAndImageNetworksComputeInIntegersOnly(string name, int height)
    {
        var input = new NetworkInput(3, height, 28);
        using var network = NetworkSamples.Untrained(Architecture.Create(name, input, classes: 4, ArchitectureScale.One), seed: 2);
        var int8 = IntegerGraph.Write(network.Fold(), PercentileCalibration.Run(network, ToyWindows.Noise(8, input.ValueCount, seed: 4)));

        OptimizedGraph.RequireIntegers("toy", int8);

        var operators = OptimizedGraph.Of("toy", int8).Select(each => each.OpType).ToArray();
        Assert.Equal(network.Spec.Layers.OfType<ConvolutionLayer>().Count(), operators.Count(each => each == "QLinearConv"));
        Assert.Equal(network.Spec.Layers.OfType<AdditionLayer>().Count(), operators.Count(each => each == "QLinearAdd"));
    }

    [Fact]
    public void AFloatGraphIsRefusedByLayerAndOperator()
    {
        using var network = NetworkSamples.Untrained(NetworkSamples.Windows(channels: 3, length: 50, classes: 4), seed: 2);

        var error = Assert.Throws<InvalidInputException>(() => OptimizedGraph.RequireIntegers("toy", FloatGraph.Write(network.Fold())));

        Assert.Matches("^toy: layer .*stem.* would run as float (Fused)?Conv on this machine", error.Message);
    }

    [Fact]
    public void NearlyAllLabelsAgreeWithThoseOfTheFloatGraph()
    {
        var (training, unseen) = (new ToyWindows(150, 3, 48, seed: 1), new ToyWindows(200, 3, 48, seed: 2));
        using var network = NetworkSamples.Train(training, NetworkSamples.Tiny, seed: 7);
        var folded = network.Fold();
        var (fp32, int8) = (
            FloatGraph.Write(folded), IntegerGraph.Write(folded, PercentileCalibration.Run(network, NetworkSamples.Standardized(training, training))));

        var parity = NetworkParity.Compare("toy", fp32, int8, NetworkSamples.Standardized(unseen, training));

        Assert.Equal(200, parity.Rows);
        Assert.InRange(parity.LabelMismatches, 0, 6);
        Assert.True(int8.Length < fp32.Length);
    }

    [Fact]
    public void AConstantCalibrationSetIsRefused()
    {
        using var network = NetworkSamples.Untrained(NetworkSamples.Windows(channels: 3, length: 50, classes: 4), seed: 2);

        var error = Assert.Throws<InvalidInputException>(() => PercentileCalibration.Run(network, [new float[150], new float[150]]));

        Assert.Equal("calibration windows: a tensor of the network is constant (0) over all 2 of them", error.Message);
    }

    [Fact]
    public void RangesOfActivationsStartAtZeroAndTheInputsLeavesItsOutermostValuesOut()
    {
        using var network = NetworkSamples.Untrained(NetworkSamples.Windows(channels: 3, length: 50, classes: 4), seed: 2);
        var windows = ToyWindows.Noise(70, 150, seed: 4);
        var ranges = PercentileCalibration.Run(network, windows);

        Assert.Equal(network.Spec.Layers.Count + 1, ranges.Count);
        // One value of the 10,500 on either side is more than 0.01 %.
        float[] sorted = [.. windows.SelectMany(w => w).Order()];
        Assert.Equal(AffineRange.Covering(sorted[1], sorted[^2]), ranges[NetworkSpec.InputName]);
        Assert.All(network.Spec.Layers.SkipLast(1), layer => Assert.Equal(0, ranges[layer.Name].ZeroPoint));
    }
}
