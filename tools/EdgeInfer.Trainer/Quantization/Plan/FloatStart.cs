using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Quantization.Plan;

/// <summary>
/// Arithmetic on inputs in units of their own, which reaches the layers only through an operator that runs in float, such
/// as the scale of features before an asinh: 8 bits over all inputs together would leave nothing of the smaller ones.
/// </summary>
internal static class FloatStart
{
    /// <summary>Names of its nodes.</summary>
    public static IReadOnlySet<string> Of(GraphProto graph, GraphLinks links)
    {
        HashSet<string> afterWeighted = [];
        foreach (var node in graph.Node)
        {
            if (NetworkOperators.RoleOf(node) == OperatorRole.Weighted
                || links.Activations(node).Any(input => links.Producer(input) is { } above && afterWeighted.Contains(above.Name)))
                afterWeighted.Add(node.Name);
        }

        HashSet<string> start = [];
        foreach (var node in graph.Node.Reverse().Where(node => !afterWeighted.Contains(node.Name)))
        {
            if (NetworkOperators.RoleOf(node) == OperatorRole.Arithmetic && node.Output.SelectMany(links.Consumers).All(RunsInFloat))
                start.Add(node.Name);
        }

        return start;

        bool RunsInFloat(NodeProto node) => NetworkOperators.RoleOf(node) == OperatorRole.Float || start.Contains(node.Name);
    }
}
