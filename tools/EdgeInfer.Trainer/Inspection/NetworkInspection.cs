using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Trainer.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Inspection;

/// <summary>What is in a model file, and what will be executed.</summary>
/// <param name="Name">File or bundle.</param>
/// <param name="Producer">Program that wrote the file, as it says.</param>
/// <param name="Opset">Version of the standard's operator set.</param>
/// <param name="IrVersion">Version of the file format.</param>
/// <param name="Input">Name of the input.</param>
/// <param name="InputShape">Its shape for one window.</param>
/// <param name="Outputs">Names of the outputs.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Parameters">Numbers stored in all layers.</param>
/// <param name="MultiplyAccumulates">Of one input.</param>
/// <param name="Layers">In the order of the file.</param>
/// <param name="Executed">Operators of the optimised graph on this machine.</param>
/// <param name="Manifest">Of a bundle; null for a file.</param>
internal sealed record NetworkInspection(
    string Name,
    string Producer,
    long Opset,
    long IrVersion,
    string Input,
    IReadOnlyList<long> InputShape,
    IReadOnlyList<string> Outputs,
    long Bytes,
    long Parameters,
    long MultiplyAccumulates,
    IReadOnlyList<LayerInfo> Layers,
    IReadOnlyList<ExecutedOperator> Executed,
    Manifest? Manifest)
{
    public static NetworkInspection Inspect(NetworkFile file, ReadOnlyMemory<byte> bytes, Manifest? manifest)
    {
        var layers = LayerTable.Read(file);
        return new NetworkInspection(
            file.Name,
            $"{file.Model.ProducerName} {file.Model.ProducerVersion}".Trim(),
            file.Opset,
            file.IrVersion,
            file.Input,
            file.InputShape,
            [.. file.Model.Graph.Output.Select(output => output.Name)],
            bytes.Length,
            layers.Sum(layer => layer.Parameters),
            layers.Sum(layer => layer.MultiplyAccumulates),
            layers,
            ExecutedGraph.Read(file, bytes),
            manifest);
    }

    /// <summary>Nodes executed in float, integers, or to convert.</summary>
    public int Executing(string numbers) => Executed.Where(each => each.Numbers == numbers).Sum(each => each.Count);
}
