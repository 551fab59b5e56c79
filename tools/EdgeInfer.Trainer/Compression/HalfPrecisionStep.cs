using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Simplification;

namespace EdgeInfer.Trainer.Compression;

/// <summary><c>fp16</c>: weights and activations in half precision, for comparison; no bundle has this format.</summary>
internal sealed class HalfPrecisionStep : ICompressionStep
{
    public string Name => ModelFormat.Fp16.Name;

    public CompressionStage Apply(CompressionStage network, CompressionInputs inputs) => network.In(
        ModelFormat.Fp16,
        Name,
        HalfPrecisionModel.Write(SimplifiedGraph.Simplify(NetworkFile.Parse(network.Model, network.Name))));
}
