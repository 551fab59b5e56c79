using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Onnx.Tapping;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeInfer.Trainer.Inspection;

/// <summary>What the device's ONNX Runtime makes of a file, as far as this machine's stands for it.</summary>
internal static class ExecutedGraph
{
    public const string Integer = "integer";
    public const string Float = "float";
    public const string Conversion = "conversion";

    public static IReadOnlyList<ExecutedOperator> Read(NetworkFile file, ReadOnlyMemory<byte> bytes)
    {
        var model = OptimizedGraph.Optimize(file.Name, bytes);
        using var tapped = new TensorTap(model, file, [.. model.Graph.Node.Select(node => node.Output.First(name => name.Length > 0))]);
        var types = tapped.Types().ToDictionary(tensor => tensor.Tensor, tensor => tensor.Type);
        return [.. model.Graph.Node
            .GroupBy(node => (Operator: Title(node), Type: types[node.Output.First(name => name.Length > 0)]))
            .Select(group => new ExecutedOperator(
                group.Key.Operator, Numbers(group.First().OpType, group.Key.Type), group.Key.Type.ToString(), group.Count()))
            .OrderByDescending(each => each.Count).ThenBy(each => each.OpType, StringComparer.Ordinal)];
    }

    private static string Title(NodeProto node) => node.Domain is "" or "ai.onnx" ? node.OpType : $"{node.Domain}.{node.OpType}";

    private static string Numbers(string opType, TensorElementType type) => opType switch
    {
        "QuantizeLinear" or "DequantizeLinear" or "DynamicQuantizeLinear" or "Cast" => Conversion,
        // Integer products with the logits left in float.
        "QGemm" or "MatMulIntegerToFloat" or "DynamicQuantizeMatMul" => Integer,
        _ => type is TensorElementType.Float or TensorElementType.Float16 or TensorElementType.Double ? Float : Integer,
    };
}
