using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Onnx.Simplification;

namespace EdgeInfer.Trainer.Quantization;

/// <summary>
/// Gemm in the one form that becomes QGemm: weights [outputs, inputs], transB, a bias of one value an output, alpha and
/// beta multiplied in. A MatMul of a table is a Gemm without bias.
/// </summary>
internal static class DenseForm
{
    /// <exception cref="InvalidInputException">A transposed input, a bias of another shape, or weights of one dimension.</exception>
    public static void Apply(SimplifiedGraph network)
    {
        var graph = network.Model.Graph;
        foreach (var node in graph.Node)
        {
            var rank = Constant(graph, node.Input.ElementAtOrDefault(1) ?? "")?.Dims.Count;
            if (node.OpType == "MatMul" && rank < 2)
                throw new NodeAttributes(node, network.Name).Error($"weights '{node.Input[1]}' of {rank} dimensions; two or more are read");
            if (node.OpType == "MatMul" && rank is null or 2 && network.Shapes.GetValueOrDefault(node.Input[0])?.Length == 2)
                node.OpType = "Gemm";
            if (node.OpType == "Gemm" && !IsPlain(node, graph))
                Rewrite(node, graph, network.Name);
        }

        ConstantOrder.Apply(graph);
    }

    private static bool IsPlain(NodeProto node, GraphProto graph) =>
        node.Attribute.All(attribute => attribute.Name switch
        {
            "transB" => attribute.I == 1,
            "transA" => attribute.I == 0,
            _ => attribute.F == 1,
        })
        && node.Attribute.Any(attribute => attribute.Name == "transB")
        && (node.Input.Count < 3 || IsOneAnOutput(Constant(graph, node.Input[2]), Constant(graph, node.Input[1])));

    private static bool IsOneAnOutput(TensorProto? bias, TensorProto? weights) =>
        bias is { Dims.Count: 1 } && weights is { Dims.Count: 2 } && bias.Dims[0] == weights.Dims[0];

    private static void Rewrite(NodeProto node, GraphProto graph, string file)
    {
        var attributes = new NodeAttributes(node, file);
        if (attributes.Integer("transA", 0) != 0)
            throw attributes.Error("transA: only the weights may be transposed");
        if (Constant(graph, node.Input[1]) is not { } weights)
            return;
        var (alpha, beta) = (attributes.Float("alpha", 1), attributes.Float("beta", 1));
        var transposed = attributes.Integer("transB", 0) == 1;
        var (outputs, inputs) = transposed ? ((int)weights.Dims[0], (int)weights.Dims[1]) : ((int)weights.Dims[1], (int)weights.Dims[0]);
        var values = TensorValues.Of(weights, file);
        var table = new float[values.Length];
        for (var i = 0; i < table.Length; i++)
            table[i] = alpha * (transposed ? values[i] : values[i % inputs * outputs + i / inputs]);
        node.Input[1] = Add(graph, $"{node.Output[0]}_weights_by_output", table, outputs, inputs);
        node.Attribute.Clear();
        node.Attribute.Add(OnnxAttribute.Of("transB", 1));
        if (node.Input.Count > 2 && Constant(graph, node.Input[2]) is { } bias)
            node.Input[2] = Add(
                graph, $"{node.Output[0]}_bias_by_output", Bias(TensorValues.Of(bias, file), outputs, beta, attributes), outputs);
    }

    private static float[] Bias(float[] values, int outputs, float beta, NodeAttributes node) => values.Length switch
    {
        1 => [.. Enumerable.Repeat(beta * values[0], outputs)],
        var length when length == outputs => [.. values.Select(value => beta * value)],
        var length => throw node.Error($"a bias of {length} values for {outputs} outputs"),
    };

    private static TensorProto? Constant(GraphProto graph, string name) => graph.Initializer.FirstOrDefault(tensor => tensor.Name == name);

    private static string Add(GraphProto graph, string name, float[] values, params ReadOnlySpan<long> shape)
    {
        graph.Initializer.Add(OnnxGraph.Tensor<float>(name, values, shape));
        return name;
    }
}
