using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeInfer.Trainer.Onnx.Tapping;

/// <param name="Tensors">Tensors that share a session.</param>
/// <param name="Types">Element type of each.</param>
internal sealed record TapPart(string[] Tensors, TensorElementType[] Types);
