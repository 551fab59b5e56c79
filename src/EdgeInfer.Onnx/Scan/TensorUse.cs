namespace EdgeInfer.Onnx.Scan;

/// <summary>Finds the node that reads a tensor, for an error that names the tensor.</summary>
internal static class TensorUse
{
    private const int Node = 1;
    private const int Input = 1, Name = 3, OpType = 4;

    /// <returns>As it stands behind the tensor's name: <c> of node 'conv1' (Conv)</c>; empty where no node reads it.</returns>
    public static string Of(string tensor, WireReader graph)
    {
        while (graph.TryNext(out var field))
        {
            if (field != Node)
                graph.Skip();
            else if (Reader(tensor, graph.ReadMessage("node")) is { } reader)
                return $" of node {reader}";
        }

        return "";
    }

    private static string? Reader(string tensor, WireReader node)
    {
        var (name, operation, reads) = ("", "", false);
        while (node.TryNext(out var field))
        {
            switch (field)
            {
                case Input:
                    reads |= node.ReadName() == tensor;
                    break;
                case Name:
                    name = node.ReadName();
                    break;
                case OpType:
                    operation = node.ReadName();
                    break;
                default:
                    node.Skip();
                    break;
            }
        }

        return reads ? $"'{name}' ({operation})" : null;
    }
}
