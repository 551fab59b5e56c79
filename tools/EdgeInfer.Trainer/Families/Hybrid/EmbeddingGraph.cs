using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Families.Hybrid;

/// <summary>A network up to its embedding: the vector that its last layer judges by.</summary>
internal static class EmbeddingGraph
{
    /// <summary>Name of the tensor, and of the output.</summary>
    public const string Embedding = "embedding";

    /// <summary>Leaves out all that comes behind the embedding. Its values are those that the whole network computes.</summary>
    /// <param name="network">A network in ONNX.</param>
    /// <param name="place">Its file, for errors.</param>
    /// <exception cref="InvalidInputException">
    /// ONNX Runtime refuses the network, or it has no tensor of that name and of fixed shape.
    /// </exception>
    public static byte[] Cut(ReadOnlyMemory<byte> network, string place)
    {
        OnnxModel.Load(network, place).Dispose();
        var model = OnnxProto.Parse(network.Span, place);
        var graph = model.Graph;
        if (!graph.Node.Any(node => node.Output.Contains(Embedding)))
            throw new InvalidInputException(place, $"no node gives a tensor '{Embedding}', whose values the trees would learn from");
        var needed = RemoveUnneeded(graph);
        foreach (var unneeded in graph.Initializer.Where(tensor => !needed.Contains(tensor.Name)).ToArray())
            graph.Initializer.Remove(unneeded);
        graph.ValueInfo.Clear();
        graph.Output.Clear();
        graph.Output.Add(Output());

        // The cut graph's shape is ONNX Runtime's to infer; the file then states it.
        using var cut = OnnxModel.Load(OnnxProto.Write(model), place);
        graph.Output[0].Type.TensorType.Shape = new TensorShapeProto
        {
            Dim =
            {
                new TensorShapeProto.Types.Dimension { DimValue = 1 }, new TensorShapeProto.Types.Dimension { DimValue = cut.OutputLength },
            },
        };
        var file = OnnxProto.Write(model);
        OnnxModel.Load(file, place).Dispose();
        return file;
    }

    /// <summary>Removes the nodes that the embedding does not depend on; returns all tensors that it does.</summary>
    private static HashSet<string> RemoveUnneeded(GraphProto graph)
    {
        HashSet<string> needed = [Embedding];
        for (var i = graph.Node.Count - 1; i >= 0; i--)
        {
            if (graph.Node[i].Output.Any(needed.Contains))
                needed.UnionWith(graph.Node[i].Input);
            else
                graph.Node.RemoveAt(i);
        }

        return needed;
    }

    private static ValueInfoProto Output() => new()
    {
        Name = Embedding,
        Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float } },
    };
}
