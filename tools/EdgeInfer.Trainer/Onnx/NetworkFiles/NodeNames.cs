using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Onnx.NetworkFiles;

/// <summary>Errors and reports name nodes; ONNX lets a node go without a name, and two share one.</summary>
internal static class NodeNames
{
    public static void Complete(GraphProto graph)
    {
        HashSet<string> taken = [.. graph.Node.Select(node => node.Name)];
        HashSet<string> seen = [""];
        for (var i = 0; i < graph.Node.Count; i++)
        {
            var node = graph.Node[i];
            if (seen.Add(node.Name))
                continue;
            for (var suffix = i; !seen.Add(node.Name); suffix++)
            {
                var proposed = $"{node.OpType}_{suffix}";
                if (taken.Add(proposed))
                    node.Name = proposed;
            }
        }
    }
}
