namespace EdgeInfer.Onnx.Scan;

/// <summary>Finds the node that reads a tensor, for an error that names the tensor.</summary>
internal static class TensorUse
{
    private const int Node = 1;
    private const int Input = 1;

    /// <returns>As it stands behind the tensor's name: <c> of node 'conv1' (Conv)</c>; empty where no node reads it.</returns>
    public static string Find(string tensor, WireReader graph)
    {
        while (graph.TryNext(out var field))
        {
            if (field != Node)
            {
                graph.Skip();
                continue;
            }

            var node = graph.ReadMessage("node");
            if (Reads(tensor, node))
                return $" of node {NodeIdentity.Read(node)}";
        }

        return "";
    }

    private static bool Reads(string tensor, WireReader node)
    {
        while (node.TryNext(out var field))
        {
            if (field != Input)
                node.Skip();
            else if (node.ReadName() == tensor)
                return true;
        }

        return false;
    }
}
