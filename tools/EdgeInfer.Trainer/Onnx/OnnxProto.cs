using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx.Schema;
using Google.Protobuf;

namespace EdgeInfer.Trainer.Onnx;

/// <summary>The one way between the bytes of an ONNX file and its message: nothing else calls protobuf's reader or writer.</summary>
internal static class OnnxProto
{
    /// <param name="bytes">Content of the file. What comes from outside is scanned first: protobuf knows none of our limits.</param>
    /// <param name="name">File or bundle, for errors.</param>
    /// <exception cref="InvalidInputException">It is no ONNX model.</exception>
    public static ModelProto Parse(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return ModelProto.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException damaged)
        {
            throw new InvalidInputException(name, $"is no ONNX model: {damaged.Message}", damaged);
        }
    }

    public static byte[] Write(ModelProto model) => model.ToByteArray();
}
