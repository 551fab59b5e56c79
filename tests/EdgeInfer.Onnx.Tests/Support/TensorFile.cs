using System.Runtime.InteropServices;
using EdgeInfer.Onnx.Scan;

namespace EdgeInfer.Onnx.Tests.Support;

/// <summary>A TensorProto of float in a file of its own, as the standard's test data has it.</summary>
internal static class TensorFile
{
    private const int FloatData = 4, RawData = 9;

    public static float[] ReadFloats(string file)
    {
        var tensor = new WireReader(File.ReadAllBytes(file), file, "tensor");
        while (tensor.TryNext(out var field))
        {
            if (field is FloatData or RawData)
                return MemoryMarshal.Cast<byte, float>(tensor.ReadBytes()).ToArray();
            tensor.Skip();
        }

        throw new InvalidDataException($"{file} holds no floats");
    }
}
