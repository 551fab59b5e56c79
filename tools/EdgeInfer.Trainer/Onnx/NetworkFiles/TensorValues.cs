using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Onnx.NetworkFiles;

/// <summary>Weights as floats.</summary>
internal static class TensorValues
{
    public static float[] Of(TensorProto tensor, string file) =>
        Array.ConvertAll(TensorNumbers.Of(tensor, $"{file}: tensor '{tensor.Name}'"), value => (float)value);
}
