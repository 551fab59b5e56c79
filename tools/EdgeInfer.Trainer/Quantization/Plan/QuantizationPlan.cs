using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Onnx.Simplification;

namespace EdgeInfer.Trainer.Quantization.Plan;

/// <summary>Which tensors of a network become 8 bits, and which share their parameters.</summary>
internal sealed class QuantizationPlan
{
    private readonly HashSet<string> _quantized = [];

    /// <exception cref="InvalidInputException">No layer of the network has weights, or one multiplies two activations.</exception>
    public QuantizationPlan(SimplifiedGraph network)
    {
        Graph = network.Model.Graph;
        Links = new GraphLinks(Graph);
        FloatNodes = FloatEnd.Of(Graph, Links).Union(FloatStart.Of(Graph, Links)).ToHashSet();
        RequireWeights(network.Name);
        foreach (var node in Graph.Node.Where(IsInteger))
        {
            _quantized.UnionWith(Links.Activations(node));
            if (QuantizedOutput(node) is { } output)
                _quantized.Add(output);
        }

        SpreadOverShapeOperators();
        Owners = [.. _quantized.Where(tensor => !Links.IsConstant(tensor)).Select(Owner).Distinct().Order(StringComparer.Ordinal)];
    }

    public GraphProto Graph { get; }

    public GraphLinks Links { get; }

    /// <summary>Nodes at both ends of the network that stay in float.</summary>
    public IReadOnlySet<string> FloatNodes { get; }

    /// <summary>Tensors that need a range.</summary>
    public IReadOnlyList<string> Owners { get; }

    public bool IsQuantized(string tensor) => _quantized.Contains(tensor);

    /// <summary>The tensor whose scale and zero point <paramref name="tensor"/> has: itself, or what shape operators made it of.</summary>
    public string Owner(string tensor)
    {
        while (Links.Producer(tensor) is { } node && NetworkOperators.RoleOf(node) == OperatorRole.Shape)
            tensor = node.Input[0];
        return tensor;
    }

    public bool IsInteger(NodeProto node) => !FloatNodes.Contains(node.Name) && NetworkOperators.RoleOf(node)
        is OperatorRole.Weighted or OperatorRole.Arithmetic or OperatorRole.Average or OperatorRole.Curve or OperatorRole.Join;

    /// <summary>
    /// Whether a float node that reads the tensor has it from a float node: what the layers round between them, and clip
    /// to what calibration saw, is no loss to arithmetic on the answers.
    /// </summary>
    public bool IsUnrounded(NodeProto reader, string tensor) =>
        FloatNodes.Contains(reader.Name) && IsQuantized(tensor) && Links.Producer(tensor) is { } source
        && NetworkOperators.RoleOf(source) == OperatorRole.Float;

    /// <summary>
    /// The tensor after an integer node's Relu or Clip; null where the node's answer is best left in float, as logits are.
    /// </summary>
    private string? QuantizedOutput(NodeProto node)
    {
        var output = node.Output[0];
        if (Links.Consumers(output).FirstOrDefault() is { } next && IsBoundOf(next, node))
            return next.Output[0];
        return node.OpType is "Gemm" or "MatMul" ? null : output;
    }

    /// <summary>Whether <paramref name="bound"/> is the Relu or Clip that vanishes into <paramref name="node"/>.</summary>
    private bool IsBoundOf(NodeProto bound, NodeProto node) =>
        NetworkOperators.RoleOf(bound) == OperatorRole.Bound && Links.IsReadOnlyBy(bound, node.Output[0]);

    private void SpreadOverShapeOperators()
    {
        foreach (var node in Graph.Node.Reverse().Where(IsShape))
        {
            if (_quantized.Contains(node.Output[0]))
                _quantized.Add(node.Input[0]);
        }

        foreach (var node in Graph.Node.Where(IsShape))
        {
            if (_quantized.Contains(node.Input[0]))
                _quantized.Add(node.Output[0]);
        }
    }

    private bool IsShape(NodeProto node) => NetworkOperators.RoleOf(node) == OperatorRole.Shape && !Links.IsConstant(node.Input[0]);

    private void RequireWeights(string file)
    {
        var weighted = Graph.Node.Where(node => NetworkOperators.RoleOf(node) == OperatorRole.Weighted).ToArray();
        if (weighted.Length == 0)
            throw new InvalidInputException(file, "no layer has weights: there is nothing to quantise");
        foreach (var node in weighted)
        {
            if (node.Input.Skip(1).FirstOrDefault(input => input.Length > 0 && !Links.IsConstant(input)) is { } computed)
                throw new InvalidInputException(
                    NodeAttributes.PlaceOf(node, file), $"'{computed}' is computed, not stored; weights and biases are constants");
            if (Links.IsConstant(node.Input[0]))
                throw new InvalidInputException(
                    NodeAttributes.PlaceOf(node, file), $"'{node.Input[0]}' is a constant; weights stand second");
        }
    }
}
