using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Onnx.NetworkFiles;

/// <summary>The operators that networks may consist of; docs/formats/onnx-operators.md lists them for people.</summary>
internal static class NetworkOperators
{
    private static readonly Dictionary<string, OperatorRole> Roles = new()
    {
        ["Conv"] = OperatorRole.Weighted,
        ["Gemm"] = OperatorRole.Weighted,
        ["MatMul"] = OperatorRole.Weighted,
        ["Add"] = OperatorRole.Arithmetic,
        ["Mul"] = OperatorRole.Arithmetic,
        ["Relu"] = OperatorRole.Bound,
        ["Clip"] = OperatorRole.Bound,
        ["GlobalAveragePool"] = OperatorRole.Average,
        ["AveragePool"] = OperatorRole.Average,
        ["LeakyRelu"] = OperatorRole.Curve,
        ["Sigmoid"] = OperatorRole.Curve,
        ["Concat"] = OperatorRole.Join,
        ["Flatten"] = OperatorRole.Shape,
        ["Reshape"] = OperatorRole.Shape,
        ["Transpose"] = OperatorRole.Shape,
        ["Squeeze"] = OperatorRole.Shape,
        ["Unsqueeze"] = OperatorRole.Shape,
        ["MaxPool"] = OperatorRole.Shape,
        ["Slice"] = OperatorRole.Shape,
        ["Sub"] = OperatorRole.Float,
        ["Div"] = OperatorRole.Float,
        ["Exp"] = OperatorRole.Float,
        ["Tanh"] = OperatorRole.Float,
        ["Asinh"] = OperatorRole.Float,
        ["ReduceMean"] = OperatorRole.Float,
        ["Softmax"] = OperatorRole.Float,
        ["LogSoftmax"] = OperatorRole.Float,
        ["Pad"] = OperatorRole.Float,
        ["BatchNormalization"] = OperatorRole.Absorbed,
        ["Cast"] = OperatorRole.Absorbed,
        ["Constant"] = OperatorRole.Absorbed,
        ["ConstantOfShape"] = OperatorRole.Absorbed,
        ["Dropout"] = OperatorRole.Absorbed,
        ["Gather"] = OperatorRole.Absorbed,
        ["Identity"] = OperatorRole.Absorbed,
        ["Shape"] = OperatorRole.Absorbed,
    };

    public static OperatorRole RoleOf(NodeProto node) => Roles[node.OpType];

    /// <exception cref="InvalidInputException">An operator of another kind, already quantised, or of another domain.</exception>
    public static void RequireKnown(GraphProto graph, string file)
    {
        foreach (var node in graph.Node)
        {
            if (node.Domain is "" or "ai.onnx" && Roles.ContainsKey(node.OpType))
                continue;
            var reason = node.OpType.StartsWith('Q')
                || node.OpType is "DequantizeLinear" or "ConvInteger" or "MatMulInteger" or "DynamicQuantizeLinear"
                ? "the network is quantised already; its fp32 original is what is imported and compressed"
                : "is none of the operators that networks are imported and compressed by";
            throw new InvalidInputException(NodeAttributes.PlaceOf(node, file), reason);
        }
    }

    /// <exception cref="InvalidInputException">An operator is still there that was to be folded away.</exception>
    public static void RequireSimple(GraphProto graph, string file)
    {
        RequireKnown(graph, file);
        if (graph.Node.FirstOrDefault(node => RoleOf(node) == OperatorRole.Absorbed) is { } left)
            throw new InvalidInputException(
                NodeAttributes.PlaceOf(left, file), "could be folded neither into constants nor into the layer before it");
    }
}
