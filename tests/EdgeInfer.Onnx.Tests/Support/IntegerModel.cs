using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Onnx.Tests.Support;

/// <summary>Sum of four u8 inputs times 127 in s8: the product that saturates 16 bits on x64 without VNNI.</summary>
internal static class IntegerModel
{
    private const int UInt8 = 2, Int8 = 3;

    public static byte[] ToBytes()
    {
        var cast = TinyModel.Node("Cast", ["sum"], "probabilities", "cast")
            .Message(5, new ProtoWriter().Text(1, "to").Integer(3, TinyModel.Float).Integer(20, 2));
        var graph = new ProtoWriter()
            .Message(1, TinyModel.Node("QuantizeLinear", ["input", "scale", "zero"], "quantised", "quantise"))
            .Message(1, TinyModel.Node("MatMulInteger", ["quantised", "weights"], "sum", "product"))
            .Message(1, cast)
            .Text(2, "integer")
            .Message(5, TinyModel.Tensor("scale", [], BitConverter.GetBytes(1f)))
            .Message(5, TinyModel.Tensor("zero", [], [0], UInt8))
            .Message(5, TinyModel.Tensor("weights", [4, 1], [127, 127, 127, 127], Int8))
            .Message(11, TinyModel.Value("input", TinyModel.Float, [1, 4]))
            .Message(12, TinyModel.Value("probabilities", TinyModel.Float, [1, 1]));
        return new ProtoWriter()
            .Integer(1, 8)
            .Message(7, graph)
            .Message(8, new ProtoWriter().Text(1, "").Integer(2, 17))
            .ToArray();
    }
}
