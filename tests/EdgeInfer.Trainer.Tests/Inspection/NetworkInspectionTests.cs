using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Inspection;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;
using EdgeInfer.Trainer.Tests.Commands;
using EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Tests.Inspection;

public sealed class NetworkInspectionTests
{
    [Fact]
    public void LayersAreCountedAsByHand()
    {
        var inspection = Inspect(SmallNetworks.Residual());

        // Weights and biases of 3 x 3 convolutions of 4 to 8 and twice 8 to 8 channels, and of 8 inputs to 3 classes.
        Assert.Equal((8 * 4 * 9 + 8) + 2 * (8 * 8 * 9 + 8) + (3 * 8 + 3), inspection.Parameters);
        Assert.Equal(64L * (8 * 4 * 9 + 2 * 8 * 8 * 9) + 3 * 8, inspection.MultiplyAccumulates);
        Assert.Equal([1, 8, 8, 8], inspection.Layers.Single(layer => layer.Name == "stem").Shape);
        Assert.Equal(4 * (8 * 4 * 9 + 8), inspection.Layers.Single(layer => layer.Name == "stem").Bytes);
        Assert.True(inspection.Executing(ExecutedGraph.Float) > 0);
        Assert.Equal(0, inspection.Executing(ExecutedGraph.Integer));
    }

    [Fact]
    public void TheGraphCanBeFollowedByTensorsAndByNumbers()
    {
        var inspection = Inspect(SmallNetworks.Residual());

        var sum = inspection.Layers.Single(layer => layer.Name == "sum");
        Assert.Equal(["second", "stem_relu"], sum.Inputs);
        Assert.Equal(["sum"], sum.Outputs);
        Assert.Equal(["first_w", "first_b"], inspection.Layers.Single(layer => layer.Name == "first").Weights);
        Assert.Equal(["input"], inspection.Layers[0].Inputs);
        var graph = new ShownGraph(inspection);
        Assert.Equal(["input", "1", "2", "3", "4", "5, 2", "6"], graph.Layers.Take(7).Select(graph.ReadBy));
        Assert.Equal(graph.NumberOf(graph.Layers[^1]), graph.MakerOf("probabilities"));
    }

    [Fact]
    public void ConversionsOfAnIntegerNetworkAreLookedThrough()
    {
        var int8 = IntegerModel.Quantize(SmallNetworks.Residual(), "small", SmallNetworks.Images(8), CalibrationMethod.MinMax);

        var (graph, ours) = (new ShownGraph(Inspect(int8)), new ShownGraph(Inspect(SmallNetworks.Residual())));

        Assert.Equal(ours.Layers.Select(ours.ReadBy), graph.Layers.Select(graph.ReadBy));
    }

    [Fact]
    public void ThePersonReadsTheSame()
    {
        var text = ConsoleText.Of(() => InspectionConsole.Write(Inspect(SmallNetworks.Residual())));

        Assert.Contains("input 'input' [1,4,8,8], outputs 'probabilities' of layer 11", text, StringComparison.Ordinal);
        Assert.Matches(@"\| 6 +\| sum +\| Add +\| 5, 2 +\| \[1,8,8,8\] ", text);
    }

    [Fact]
    public void AnIntegerNetworkHasTheSameOperationsAndComputesInIntegers()
    {
        var int8 = IntegerModel.Quantize(SmallNetworks.Residual(), "small", SmallNetworks.Images(8), CalibrationMethod.MinMax);

        var inspection = Inspect(int8);

        var fp32 = Inspect(SmallNetworks.Residual());
        Assert.Equal((fp32.Parameters, fp32.MultiplyAccumulates), (inspection.Parameters, inspection.MultiplyAccumulates));
        Assert.InRange(inspection.Executing(ExecutedGraph.Integer), 6, 12);
        Assert.Equal("Softmax", Assert.Single(inspection.Executed, each => each.Numbers == ExecutedGraph.Float).OpType);
    }

    [Theory]
    [InlineData("test/mnist/model.onnx", 5_998)]
    [InlineData("test/mnist_quantized/model_quantized.onnx", 5_998)]
    [InlineData("mobile/examples/Maui/MauiVisionSample/MauiVisionSample/Resources/Raw/Ultraface_version-RFB-320.onnx", 298_000)]
    public void PublicModelsAreShown(string path, long parameters)
    {
        var inspection = Inspect(File.ReadAllBytes(Path.Combine(Repository.SharedData("onnx_models"), path)));

        Assert.InRange(inspection.Parameters, parameters * 0.9, parameters * 1.1);
        Assert.InRange(inspection.MultiplyAccumulates, 100_000, 1_000_000_000);
    }

    private static NetworkInspection Inspect(byte[] model) =>
        NetworkInspection.Inspect(NetworkFile.Parse(model, "net.onnx"), model, manifest: null);
}
