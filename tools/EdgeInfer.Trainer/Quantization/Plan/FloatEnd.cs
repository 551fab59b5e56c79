using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Quantization.Plan;

/// <summary>
/// The end of a network that is arithmetic on its answers, such as softmax, or the decoding of boxes: no weighted layer
/// comes after it, and it stays in float, where a step of 8 bits would be an error of the answer.
/// </summary>
internal static class FloatEnd
{
    /// <summary>Names of its nodes.</summary>
    public static IReadOnlySet<string> Of(GraphProto graph, GraphLinks links)
    {
        var beforeWeighted = BeforeWeighted(graph, links);
        HashSet<string> end = [];
        foreach (var node in graph.Node)
        {
            if (!beforeWeighted.Contains(node.Name) && (Starts(node, links)
                || links.Activations(node).Any(input => links.Producer(input) is { } above && end.Contains(above.Name))))
                end.Add(node.Name);
        }

        return end;
    }

    private static bool Starts(NodeProto node, GraphLinks links) => NetworkOperators.RoleOf(node) switch
    {
        OperatorRole.Float or OperatorRole.Curve or OperatorRole.Join => true,
        OperatorRole.Arithmetic => node.OpType == "Mul" || links.Activations(node).Count() < 2,
        _ => false,
    };

    /// <summary>Weighted nodes, and all from which one is reached.</summary>
    private static HashSet<string> BeforeWeighted(GraphProto graph, GraphLinks links)
    {
        HashSet<string> before = [];
        foreach (var node in graph.Node.Reverse())
        {
            if (NetworkOperators.RoleOf(node) == OperatorRole.Weighted
                || node.Output.SelectMany(links.Consumers).Any(consumer => before.Contains(consumer.Name)))
                before.Add(node.Name);
        }

        return before;
    }
}
