using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Quantization.Plan;

/// <summary>Who makes and who reads each tensor of a graph.</summary>
internal sealed class GraphLinks
{
    private readonly Dictionary<string, TensorProto> _constants;
    private readonly Dictionary<string, NodeProto> _producers = [];
    private readonly ILookup<string, NodeProto> _consumers;
    private readonly HashSet<string> _outputs;

    public GraphLinks(GraphProto graph)
    {
        _constants = graph.Initializer.ToDictionary(tensor => tensor.Name);
        foreach (var node in graph.Node)
        {
            foreach (var output in node.Output)
                _producers[output] = node;
        }

        _consumers = graph.Node
            .SelectMany(node => node.Input.Distinct().Select(input => (Input: input, Node: node)))
            .ToLookup(link => link.Input, link => link.Node);
        _outputs = [.. graph.Output.Select(output => output.Name)];
    }

    public bool IsOutput(string tensor) => _outputs.Contains(tensor);

    public bool IsConstant(string tensor) => _constants.ContainsKey(tensor);

    /// <summary>Values of a constant.</summary>
    public TensorProto Constant(string tensor) => _constants[tensor];

    /// <summary>Null for the graph's input and constants.</summary>
    public NodeProto? Producer(string tensor) => _producers.GetValueOrDefault(tensor);

    public IEnumerable<NodeProto> Consumers(string tensor) => _consumers[tensor];

    /// <summary>Whether <paramref name="node"/> alone reads the tensor, and it is no answer.</summary>
    public bool IsReadOnlyBy(NodeProto node, string tensor) =>
        !IsOutput(tensor) && _consumers[tensor].All(consumer => consumer == node);

    /// <summary>Inputs of a node that change with the network's input.</summary>
    public IEnumerable<string> Activations(NodeProto node) =>
        node.Input.Where(input => input.Length > 0 && !IsConstant(input));
}
