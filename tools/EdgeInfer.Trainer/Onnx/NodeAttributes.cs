using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Onnx;

/// <summary>The attributes of one node by name, empty or the given default where absent.</summary>
internal sealed class NodeAttributes(NodeProto node, string file)
{
    private readonly Dictionary<string, AttributeProto> _byName = ByName(node, file);

    /// <summary>File and node, as errors name them.</summary>
    public string Place { get; } = PlaceOf(node, file);

    public static string PlaceOf(NodeProto node, string file) => $"{file}: node '{node.Name}' ({node.OpType})";

    public bool Has(string name) => _byName.ContainsKey(name);

    public long Integer(string name, long absent) => _byName.TryGetValue(name, out var found) ? found.I : absent;

    public float Float(string name, float absent) => _byName.TryGetValue(name, out var found) ? found.F : absent;

    public string Text(string name, string absent) => _byName.TryGetValue(name, out var found) ? found.S.ToStringUtf8() : absent;

    public IReadOnlyList<long> Integers(string name) => _byName.TryGetValue(name, out var found) ? found.Ints : [];

    public string[] Texts(string name) =>
        _byName.TryGetValue(name, out var found) ? [.. found.Strings.Select(text => Encoding.UTF8.GetString(text.Span))] : [];

    public TensorProto Tensor(string name) =>
        _byName.TryGetValue(name, out var found) && found.T is { } tensor ? tensor : throw Error($"has no tensor '{name}'");

    public bool IsDouble(string name) =>
        _byName.TryGetValue(name, out var found) && found.T?.DataType == (int)TensorProto.Types.DataType.Double;

    /// <summary>A tensor of numbers.</summary>
    public double[] Numbers(string name) =>
        _byName.TryGetValue(name, out var found) ? TensorNumbers.Of(found.T, $"{Place}: attribute '{name}'") : [];

    /// <summary>Floats, or the double tensor that may stand in their place since version 3.</summary>
    public double[] FloatsOrTensor(string name)
    {
        var tensor = $"{name}_as_tensor";
        if (!Has(name) || _byName[name].Floats.Count == 0)
            return Numbers(tensor);
        return Has(tensor) && Numbers(tensor).Length > 0
            ? throw Error($"both '{name}' and '{tensor}' are given")
            : [.. _byName[name].Floats.Select(value => (double)value)];
    }

    public InvalidInputException Error(string reason) => new(Place, reason);

    private static Dictionary<string, AttributeProto> ByName(NodeProto node, string file)
    {
        Dictionary<string, AttributeProto> byName = [];
        foreach (var attribute in node.Attribute)
        {
            if (!byName.TryAdd(attribute.Name, attribute))
                throw new InvalidInputException(PlaceOf(node, file), $"attribute '{attribute.Name}' stands twice");
        }

        return byName;
    }
}
