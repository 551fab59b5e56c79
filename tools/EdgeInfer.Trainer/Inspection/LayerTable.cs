using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Onnx.Tapping;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Inspection;

/// <summary>The layers of a file with what they store and compute.</summary>
internal static class LayerTable
{
    public static IReadOnlyList<LayerInfo> Read(NetworkFile file)
    {
        var graph = file.Model.Graph;
        var shapes = TensorShapes.Infer(file.Model, file);
        var stored = graph.Initializer.ToDictionary(tensor => tensor.Name, tensor => (IReadOnlyList<TensorProto>)[tensor]);
        var ranges = graph.Node.Where(node => node.OpType is "QuantizeLinear" or "DequantizeLinear")
            .SelectMany(node => node.Input.Skip(1)).ToHashSet();
        List<LayerInfo> layers = [];
        foreach (var node in graph.Node)
        {
            var inputs = node.Input.Where(input => input.Length > 0).Distinct().ToArray();
            TensorProto[] weights =
            [
                .. inputs.SelectMany(input => stored.GetValueOrDefault(input) ?? []).Distinct(),
                .. node.Attribute.Where(attribute => attribute.T is not null).Select(attribute => attribute.T),
            ];
            if (inputs.All(stored.ContainsKey))
            {
                foreach (var output in node.Output)
                    stored[output] = weights;
                continue;
            }

            layers.Add(new LayerInfo(
                node.Name,
                node.OpType,
                [.. inputs.Where(input => !stored.ContainsKey(input))],
                [.. inputs.Where(stored.ContainsKey)],
                [.. node.Output.Where(output => output.Length > 0)],
                shapes.GetValueOrDefault(node.Output[0]) ?? [],
                weights.Where(tensor => tensor.DataType != (int)DataType.Int64 && !ranges.Contains(tensor.Name)).Sum(Count),
                weights.Sum(tensor => Count(tensor) * ElementBytes(tensor)),
                LayerOperations.MultiplyAccumulates(node, Shape)));
        }

        return layers;

        IReadOnlyList<long>? Shape(string tensor) =>
            graph.Initializer.FirstOrDefault(constant => constant.Name == tensor)?.Dims
            ?? (IReadOnlyList<long>?)shapes.GetValueOrDefault(tensor);
    }

    private static long Count(TensorProto tensor) => tensor.Dims.Aggregate(1L, (product, dimension) => product * dimension);

    private static int ElementBytes(TensorProto tensor) => (DataType)tensor.DataType switch
    {
        DataType.Int8 or DataType.Uint8 or DataType.Bool => 1,
        DataType.Float16 or DataType.Int16 or DataType.Uint16 => 2,
        DataType.Int64 or DataType.Double => 8,
        _ => 4,
    };
}
