using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Onnx.Simplification;

/// <summary>Initialisers in the order of their first use, unused ones left out: the same network gives the same bytes.</summary>
internal static class ConstantOrder
{
    public static void Apply(GraphProto graph)
    {
        var byName = graph.Initializer.ToDictionary(tensor => tensor.Name);
        TensorProto[] ordered =
        [
            .. graph.Node.SelectMany(node => node.Input).Distinct().Where(byName.ContainsKey).Select(name => byName[name]),
        ];
        graph.Initializer.Clear();
        graph.Initializer.AddRange(ordered);
        graph.ValueInfo.Clear();
    }
}
