using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;

public sealed class NetworkFileTests
{
    [Fact]
    public void AnOpenBatchIsPinnedToOne()
    {
        var file = NetworkFile.Parse(WithDimension(0, dim => dim.DimParam = "N"), "net.onnx");

        Assert.Equal([1, SmallNetworks.Channels, SmallNetworks.Size, SmallNetworks.Size], file.InputShape);
    }

    [Fact]
    public void AnotherOpenDimensionIsRefused() => Assert.Equal(
        "net.onnx: input 'input' has shape [1,4,height,8]; only the first dimension, the batch, may be open",
        Refusal(WithDimension(2, dim => dim.DimParam = "height")));

    [Theory]
    [InlineData(6)]
    [InlineData(25)]
    public void AnOperatorSetThatTheRuntimeDoesNotTakeIsRefused(long version) => Assert.Equal(
        $"net.onnx: operator set: version {version} of 'ai.onnx', 7 to 24 are read and run",
        Refusal(SmallNetworks.Changed(SmallNetworks.Residual(), model => model.OpsetImport[0].Version = version)));

    [Fact]
    public void AFileOfTreesAloneIsPointedToImport() => Assert.Equal(
        "net.onnx: imports no standard operator set, so it holds no network; trees are read by import",
        Refusal(SmallNetworks.Changed(
            SmallNetworks.Residual(), model => (model.OpsetImport[0].Domain, model.OpsetImport[0].Version) = (OnnxGraph.MlDomain, 3))));

    [Fact]
    public void ANodeWithoutAnOutputIsRefused() => Assert.Equal(
        "net.onnx: node 'first' (Conv): has no output",
        Refusal(SmallNetworks.Changed(
            SmallNetworks.Residual(), model => model.Graph.Node.Single(node => node.Name == "first").Output.Clear())));

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void AWeightThatIsNotFiniteIsNamed(float value, string text)
    {
        var model = SmallNetworks.Changed(SmallNetworks.Residual(), model =>
        {
            var weights = model.Graph.Initializer.Single(tensor => tensor.Name == "first_b");
            var values = TensorValues.Of(weights, "test");
            values[3] = value;
            weights.RawData = OnnxGraph.Tensor<float>("", values).RawData;
        });

        Assert.Equal($"net.onnx: node 'first' (Conv): weights 'first_b' hold {text} at index 3; weights are finite", Refusal(model));
    }

    [Fact]
    public void AnOperatorOutsideTheSetIsNamedWithItsNode()
    {
        var small = new SmallNetworks(seed: 1);
        small.Graph.Node("Erf", "curve", [small.Image()]);

        var error = Assert.Throws<InvalidInputException>(() => SmallNetworks.Simple(small.Model("curve", 4, 8, 8)));

        Assert.Equal(
            "small.onnx: node 'curve' (Erf): is none of the operators that networks are imported and compressed by", error.Message);
    }

    [Fact]
    public void AQuantisedNetworkIsNotQuantisedAgain()
    {
        var small = new SmallNetworks(seed: 1);
        var scale = small.Graph.Constant("scale", (ReadOnlySpan<float>)[0.1f]);
        var zero = small.Graph.Constant("zero", (ReadOnlySpan<byte>)[0]);
        var quantized = small.Graph.Node("QuantizeLinear", "quantized", [small.Image(), scale, zero]);
        small.Graph.Node("DequantizeLinear", "back", [quantized, scale, zero]);

        var error = Assert.Throws<InvalidInputException>(() => SmallNetworks.Simple(small.Model("back", 4, 8, 8)));

        Assert.Equal(
            "small.onnx: node 'quantized' (QuantizeLinear): the network is quantised already; "
            + "its fp32 original is what is imported and compressed",
            error.Message);
    }

    private static string Refusal(byte[] model) => Assert.Throws<InvalidInputException>(() => NetworkFile.Parse(model, "net.onnx")).Message;

    private static byte[] WithDimension(int index, Action<TensorShapeProto.Types.Dimension> change) =>
        SmallNetworks.Changed(SmallNetworks.Residual(), model =>
        {
            var dim = new TensorShapeProto.Types.Dimension();
            change(dim);
            model.Graph.Input[0].Type.TensorType.Shape.Dim[index] = dim;
        });
}
