using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Compression;

/// <summary><c>int8</c>: static quantisation.</summary>
internal sealed class IntegerStep : ICompressionStep
{
    public const string Method = "static-int8-qdq";

    public string Name => ModelFormat.Int8.Name;

    public CompressionStage Apply(CompressionStage network, CompressionInputs inputs) => network.In(
        ModelFormat.Int8,
        $"{Name} ({inputs.Method.Name()})",
        IntegerModel.Quantize(network.Model, network.Name, inputs.Calibration, inputs.Method));
}
