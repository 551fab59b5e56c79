using EdgeInfer.Trainer.Onnx.Schema;
using Google.Protobuf;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Benchmarks.Conventions;

/// <summary>U8 activations as S8: every code and zero point 128 lower, for the same real numbers.</summary>
internal static class SignedActivations
{
    private const byte Lower = 128;

    public static void Apply(GraphProto graph)
    {
        foreach (var tensor in graph.Initializer.Where(tensor => tensor.DataType == (int)DataType.Uint8))
        {
            tensor.DataType = (int)DataType.Int8;
            tensor.RawData = ByteString.CopyFrom([.. tensor.RawData.Select(code => unchecked((byte)(code - Lower)))]);
        }
    }
}
