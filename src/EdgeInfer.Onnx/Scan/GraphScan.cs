namespace EdgeInfer.Onnx.Scan;

/// <summary>Checks a GraphProto and says what goes in, comes out and runs.</summary>
internal static class GraphScan
{
    private const int Node = 1, Initializer = 5, Input = 11, Output = 12, SparseInitializer = 15;
    private const int ValueName = 1;

    public static ScannedGraph Check(WireReader graph)
    {
        var whole = graph;
        List<string> operators = [], inputs = [], outputs = [];
        HashSet<string> initializers = [];
        while (graph.TryNext(out var field))
        {
            switch (field)
            {
                case Node:
                    Limit(graph, operators.Count, OnnxLimits.MaxNodes, "nodes");
                    operators.Add(NodeScan.Check(graph.ReadMessage($"node {operators.Count}")));
                    break;
                case Initializer:
                    Limit(graph, initializers.Count, OnnxLimits.MaxTensors, "initializers");
                    var name = TensorScan.Check(graph.ReadMessage($"initializer {initializers.Count}"), whole);
                    if (!initializers.Add(name))
                        throw graph.Error($"two initializers are named '{name}'");
                    break;
                case SparseInitializer:
                    throw graph.Error("sparse initializers are not read");
                case Input:
                    Limit(graph, inputs.Count, OnnxLimits.MaxGraphInputs, "inputs");
                    inputs.Add(NameOf(graph.ReadMessage($"input {inputs.Count}")));
                    break;
                case Output:
                    Limit(graph, outputs.Count, OnnxLimits.MaxGraphOutputs, "outputs");
                    outputs.Add(NameOf(graph.ReadMessage($"output {outputs.Count}")));
                    break;
                default:
                    graph.Skip();
                    break;
            }
        }

        // Before IR version 4 every initializer was also listed as an input.
        inputs.RemoveAll(initializers.Contains);
        if (inputs.Count != 1)
            throw graph.Error($"{inputs.Count} inputs ({string.Join(", ", inputs.Take(4))}), a model has exactly one");
        if (outputs.Count == 0)
            throw graph.Error("no output");
        if (operators.Count == 0)
            throw graph.Error("no nodes");
        return new ScannedGraph(inputs[0], outputs, operators);
    }

    private static void Limit(WireReader graph, int count, int limit, string what)
    {
        if (count == limit)
            throw graph.Error($"more than {limit} {what}");
    }

    private static string NameOf(WireReader value)
    {
        var name = "";
        while (value.TryNext(out var field))
        {
            if (field == ValueName)
                name = value.ReadName();
            else
                value.Skip();
        }

        return name;
    }
}
