using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Onnx.Simplification;
using EdgeInfer.Trainer.Quantization.Plan;

namespace EdgeInfer.Trainer.Quantization;

/// <summary>A quantised graph with what it was written from.</summary>
/// <param name="Network">In fp32.</param>
/// <param name="Plan">What is quantised in it.</param>
/// <param name="Ranges">By the tensor that owns each.</param>
/// <param name="Model">In QDQ form.</param>
internal sealed record QdqModel(
    SimplifiedGraph Network, QuantizationPlan Plan, IReadOnlyDictionary<string, AffineRange> Ranges, ModelProto Model);
