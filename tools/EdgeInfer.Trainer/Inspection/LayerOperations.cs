using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Inspection;

/// <summary>Multiply-accumulates of a node: values made times products a value, padding counted as if it were data.</summary>
internal static class LayerOperations
{
    public static long MultiplyAccumulates(NodeProto node, Func<string, IReadOnlyList<long>?> shapeOf)
    {
        var made = shapeOf(node.Output[0]) is { } output ? Product(output) : 0;
        return node.OpType switch
        {
            "Conv" or "ConvInteger" => made * ProductsOfKernel(Shape(1)),
            "QLinearConv" => made * ProductsOfKernel(Shape(3)),
            "ConvTranspose" => Product(Shape(0)) * ProductsOfKernel(Shape(1)),
            "Gemm" => made * (node.Attribute.Any(attribute => attribute is { Name: "transA", I: not 0 }) ? Shape(0)[0] : Shape(0)[^1]),
            "MatMul" or "MatMulInteger" or "QLinearMatMul" => made * Shape(0)[^1],
            _ => 0,
        };

        IReadOnlyList<long> Shape(int input) => shapeOf(node.Input[input]) ?? [0];
    }

    /// <summary>Weights [outputs, inputs of a group, kernel].</summary>
    private static long ProductsOfKernel(IReadOnlyList<long> weights) => Product([.. weights.Skip(1)]);

    private static long Product(IReadOnlyList<long> shape) => shape.Aggregate(1L, (product, dimension) => product * dimension);
}
