using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Simplification;


namespace EdgeInfer.Trainer.Compression;

/// <summary><c>fp16</c>: weights and activations in half precision, for comparison; no bundle has this format.</summary>
internal sealed class HalfPrecisionStep : ICompressionStep
{
    public string Name => CompressedNetwork.Half;

    public CompressedNetwork Apply(CompressedNetwork network, CompressionInputs inputs) => network.In(
        CompressedNetwork.Half,
        Name,
        HalfPrecisionModel.Of(SimpleNetwork.Of(NetworkFile.Parse(network.Model, network.Name))));
}
