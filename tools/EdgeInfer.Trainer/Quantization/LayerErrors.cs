using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Onnx.Tapping;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Quantization;

/// <summary>
/// Compares two graphs tensor by tensor. Our int8 graphs keep a tensor's name where it has been dequantised, so that
/// tensors correspond by name.
/// </summary>
internal static class LayerErrors
{
    /// <param name="reference">fp32.</param>
    /// <param name="other">int8, or another form of the same network.</param>
    /// <param name="inputs">Preprocessed inputs.</param>
    /// <returns>
    /// Tensors of both graphs, the worst first; empty where they share none, or one has another size: a pruned network's.
    /// </returns>
    public static IReadOnlyList<TensorError> Compare(NetworkFile reference, NetworkFile other, IReadOnlyList<float[]> inputs)
    {
        var produced = Produced(other.Model.Graph).Select(tensor => tensor.Name).ToHashSet();
        var shared = Produced(reference.Model.Graph).Where(tensor => produced.Contains(tensor.Name)).ToArray();
        // Half precision has the same names for other numbers.
        if (other.Model.Graph.Initializer.Any(tensor => tensor.DataType == (int)DataType.Float16))
            return [];
        if (shared.Length == 0 || !reference.InputShape.SequenceEqual(other.InputShape))
            return [];
        string[] names = [.. shared.Select(tensor => tensor.Name)];
        if (!SameSizes(reference, other, names, inputs[0]))
            return [];
        var sums = names.ToDictionary(name => name, _ => new SquaredError());
        foreach (var part in Parts(reference, names))
            Add(reference, other, part, inputs, sums);

        return [.. shared
            .Select(tensor =>
                new TensorError(tensor.Name, tensor.Node.Name, tensor.Node.OpType, sums[tensor.Name].Decibels, sums[tensor.Name].Largest))
            .OrderBy(error => error.SignalToNoiseDecibels ?? double.PositiveInfinity)];
    }

    private static IReadOnlyList<IReadOnlyList<string>> Parts(NetworkFile file, string[] names)
    {
        using var tapped = new TensorTap(file.Model, file, names);
        return [.. tapped.Parts];
    }

    private static bool SameSizes(NetworkFile reference, NetworkFile other, string[] names, float[] input)
    {
        var sizes = Sizes(reference, names, input);
        return Sizes(other, names, input).All(size => sizes[size.Key] == size.Value);
    }

    private static Dictionary<string, int> Sizes(NetworkFile file, string[] names, float[] input)
    {
        using var tapped = new TensorTap(file.Model, file, names);
        var sizes = new Dictionary<string, int>();
        tapped.Run([input], (name, values) => sizes[name] = values.Length);
        return sizes;
    }

    /// <summary>Of tensors that share a session, so that a pair of values is held for one input at a time.</summary>
    private static void Add(
        NetworkFile reference,
        NetworkFile other,
        IReadOnlyList<string> part,
        IReadOnlyList<float[]> inputs,
        Dictionary<string, SquaredError> sums)
    {
        using var first = new TensorTap(reference.Model, reference, part);
        using var second = new TensorTap(other.Model, other, part);
        var wanted = new Dictionary<string, float[]>();
        foreach (var input in inputs)
        {
            first.Run([input], (name, values) => wanted[name] = values.ToArray());
            second.Run([input], (name, values) => sums[name].Add(wanted[name], values));
        }
    }

    /// <summary>Float tensors that change with the input; weights, which QDQ graphs produce too, are none.</summary>
    private static IEnumerable<(string Name, NodeProto Node)> Produced(GraphProto graph)
    {
        HashSet<string> constant = [.. graph.Initializer.Select(tensor => tensor.Name)];
        foreach (var node in graph.Node)
        {
            if (node.Input.All(input => input.Length == 0 || constant.Contains(input)))
                constant.UnionWith(node.Output);
            else if (node.OpType != "QuantizeLinear" && !YieldsIntegers(node))
                yield return (node.Output[0], node);
        }
    }

    private static bool YieldsIntegers(NodeProto node) => node.OpType switch
    {
        "Shape" or "ArgMax" or "ConvInteger" or "MatMulInteger" or "DynamicQuantizeLinear" => true,
        "Cast" => node.Attribute.Any(attribute => attribute.Name == "to" && attribute.I != (long)DataType.Float),
        _ => node.OpType.StartsWith("QLinear", StringComparison.Ordinal),
    };
}
