using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Compression;

/// <summary><c>int8</c>: static quantisation.</summary>
internal sealed class IntegerStep : ICompressionStep
{
    public const string Method = "static-int8-qdq";

    public string Name => CompressedNetwork.Integers;

    public CompressedNetwork Apply(CompressedNetwork network, CompressionInputs inputs) => network with
    {
        Model = IntegerModel.Quantize(network.Model, network.Name, inputs.Calibration, inputs.Method),
        Format = CompressedNetwork.Integers,
        Steps = [.. network.Steps, $"{Name} ({inputs.Method.Name()})"],
    };
}
