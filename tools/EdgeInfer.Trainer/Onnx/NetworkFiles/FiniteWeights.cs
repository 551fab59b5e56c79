using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx.Schema;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Onnx.NetworkFiles;

/// <summary>A weight of NaN or infinity makes every answer that it reaches one.</summary>
internal static class FiniteWeights
{
    /// <exception cref="InvalidInputException">Names the node that reads such a weight, and where it stands.</exception>
    public static void Require(GraphProto graph, string file)
    {
        foreach (var tensor in graph.Initializer)
        {
            if (FirstFault(tensor, file) is { } fault)
                throw new InvalidInputException(Reader(graph, tensor.Name, file), $"weights '{tensor.Name}' {fault}");
        }

        foreach (var node in graph.Node)
        {
            foreach (var attribute in node.Attribute.Where(attribute => attribute.T is not null))
            {
                if (FirstFault(attribute.T, file) is { } fault)
                    throw new InvalidInputException(NodeAttributes.PlaceOf(node, file), $"attribute '{attribute.Name}' {fault}");
            }
        }
    }

    /// <summary>The first node that reads a tensor, as errors name it; the file alone where none does.</summary>
    private static string Reader(GraphProto graph, string tensor, string file) =>
        graph.Node.FirstOrDefault(node => node.Input.Contains(tensor)) is { } node ? NodeAttributes.PlaceOf(node, file) : file;

    private static string? FirstFault(TensorProto tensor, string file)
    {
        if (tensor.DataType is not ((int)DataType.Float or (int)DataType.Double))
            return null;
        var values = TensorValues.Of(tensor, file);
        var at = Array.FindIndex(values, value => !float.IsFinite(value));
        return at < 0 ? null : FormattableString.Invariant($"hold {values[at]} at index {at}; weights are finite");
    }
}
