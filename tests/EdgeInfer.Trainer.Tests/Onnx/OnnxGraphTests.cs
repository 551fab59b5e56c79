using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Tests.Onnx;

public sealed class OnnxGraphTests
{
    [Fact]
    public void AWrittenGraphParsesBackAsStated()
    {
        var model = ModelProto.Parser.ParseFrom(Doubling().ToModel(irVersion: 8, opset: 17, mlOpset: 3));

        Assert.Equal((8L, "EdgeInfer", "doubling"), (model.IrVersion, model.ProducerName, model.Graph.Name));
        Assert.Equal([("", 17L), ("ai.onnx.ml", 3L)], model.OpsetImport.Select(o => (o.Domain, o.Version)));
        Assert.Equal([1, 3], Dimensions(Assert.Single(model.Graph.Input)));
        Assert.Equal([1, 3], Dimensions(Assert.Single(model.Graph.Output)));
        var node = Assert.Single(model.Graph.Node);
        Assert.Equal(("Mul", "doubled", ""), (node.OpType, node.Name, node.Domain));
        Assert.Equal(["input", "two"], node.Input);
        Assert.Equal(["doubled"], node.Output);
    }

    [Fact]
    public void WithoutTreesOnlyTheStandardOperatorsAreImported()
    {
        var model = ModelProto.Parser.ParseFrom(Doubling().ToModel(irVersion: 8, opset: 17));

        Assert.Equal([("", 17L)], model.OpsetImport.Select(o => (o.Domain, o.Version)));
    }

    [Fact]
    public void OnnxRuntimeRunsAWrittenGraph()
    {
        using var model = OnnxModel.Load(Doubling().ToModel(irVersion: 8, opset: 17), "doubling");
        var output = new float[3];
        model.Predict([1, -2, 0.5f], output);

        Assert.Equal([2, -4, 1], output);
    }

    [Fact]
    public void ConstantsAreLittleEndianBytesOfTheirType()
    {
        AssertTensor(OnnxGraph.Tensor<float>("t", [1f, -2f], 2), DataType.Float, [2], "0000803f000000c0");
        AssertTensor(OnnxGraph.Tensor<double>("t", [1.0], 1, 1), DataType.Double, [1, 1], "000000000000f03f");
        AssertTensor(OnnxGraph.Tensor<byte>("t", [200]), DataType.Uint8, [], "c8");
        AssertTensor(OnnxGraph.Tensor<sbyte>("t", [-1, 2], 2), DataType.Int8, [2], "ff02");
        AssertTensor(OnnxGraph.Tensor<int>("t", [-2], 1), DataType.Int32, [1], "feffffff");
        AssertTensor(OnnxGraph.Tensor<long>("t", [258], 1), DataType.Int64, [1], "0201000000000000");
    }

    [Fact]
    public void ATypeThatOnnxLacksIsRefused() =>
        Assert.Contains(
            "Int16", Assert.Throws<ArgumentException>(() => OnnxGraph.Tensor<short>("t", [1])).Message, StringComparison.Ordinal);

    [Fact]
    public void AttributesAreTyped()
    {
        var tensor = OnnxGraph.Tensor<float>("t", [1f]);

        Assert.Equal((AttributeProto.Types.AttributeType.Int, 7L), (OnnxAttribute.Of("a", 7).Type, OnnxAttribute.Of("a", 7).I));
        Assert.Equal(
            ("SUM", AttributeProto.Types.AttributeType.String),
            (OnnxAttribute.Of("a", "SUM").S.ToStringUtf8(), OnnxAttribute.Of("a", "SUM").Type));
        Assert.Equal(
            (AttributeProto.Types.AttributeType.Tensor, tensor), (OnnxAttribute.Of("a", tensor).Type, OnnxAttribute.Of("a", tensor).T));
        Assert.Equal([1L, 2L], OnnxAttribute.Of("a", [1L, 2L]).Ints);
        Assert.Equal(["x", "y"], OnnxAttribute.Of("a", ["x", "y"]).Strings.Select(s => s.ToStringUtf8()));
    }

    private static OnnxGraph Doubling()
    {
        var graph = new OnnxGraph("doubling");
        graph.Node("Mul", "doubled", [graph.Input("input", 1, 3), graph.Constant<float>("two", [2f])]);
        graph.Output("doubled", DataType.Float, 1, 3);
        return graph;
    }

    private static IEnumerable<long> Dimensions(ValueInfoProto value) => value.Type.TensorType.Shape.Dim.Select(d => d.DimValue);

    private static void AssertTensor(TensorProto tensor, DataType type, long[] dimensions, string hexadecimal)
    {
        Assert.Equal((int)type, tensor.DataType);
        Assert.Equal(dimensions, tensor.Dims);
        Assert.Equal(hexadecimal, Convert.ToHexStringLower(tensor.RawData.ToByteArray()));
    }
}
