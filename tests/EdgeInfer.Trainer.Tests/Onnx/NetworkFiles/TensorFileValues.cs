using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;

/// <summary>A TensorProto in a file of its own, as the standard's test data has it.</summary>
internal static class TensorFileValues
{
    public static float[] Read(string file) => TensorValues.Of(TensorProto.Parser.ParseFrom(File.ReadAllBytes(file)), file);
}
