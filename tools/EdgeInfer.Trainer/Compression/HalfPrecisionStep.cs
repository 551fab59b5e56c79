using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Simplification;


namespace EdgeInfer.Trainer.Compression;

/// <summary><c>fp16</c>: weights and activations in half precision, for comparison; no bundle has this format.</summary>
internal sealed class HalfPrecisionStep : ICompressionStep
{
    public string Name => CompressionStage.Half;

    public CompressionStage Apply(CompressionStage network, CompressionInputs inputs) => network.In(
        CompressionStage.Half,
        Name,
        HalfPrecisionModel.Write(SimplifiedGraph.Simplify(NetworkFile.Parse(network.Model, network.Name))));
}
