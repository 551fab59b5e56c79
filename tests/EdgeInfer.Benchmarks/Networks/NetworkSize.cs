using EdgeInfer.Bundles.Storage;
using EdgeInfer.Trainer.Inspection;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Benchmarks.Networks;

/// <param name="Bytes">Of the file.</param>
/// <param name="Parameters">Weights and biases, without the scales and zero points of an int8 file.</param>
/// <param name="MultiplyAccumulates">Of one inference.</param>
internal sealed record NetworkSize(long Bytes, long Parameters, long MultiplyAccumulates)
{
    public static NetworkSize Of(Bundle bundle)
    {
        var file = NetworkFile.Parse(bundle.ModelBytes, bundle.Manifest.Name);
        var graph = file.Model.Graph;
        var steps = graph.Node
            .Where(node => node.OpType is "QuantizeLinear" or "DequantizeLinear")
            .SelectMany(node => node.Input.Skip(1))
            .ToHashSet();
        return new(
            bundle.ModelBytes.Length,
            graph.Initializer
                .Where(tensor => tensor.DataType != (int)DataType.Int64 && !steps.Contains(tensor.Name))
                .Sum(tensor => tensor.Dims.Aggregate(1L, (product, dimension) => product * dimension)),
            LayerTable.Read(file).Sum(layer => layer.MultiplyAccumulates));
    }
}
