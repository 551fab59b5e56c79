using EdgeInfer.Trainer.Onnx.Schema;
using Google.Protobuf;

namespace EdgeInfer.Benchmarks.Onnx;

/// <summary>A graph of one row, declared for many.</summary>
internal static class FixedRows
{
    /// <param name="graph">Of operators that take any number of rows.</param>
    /// <param name="rows">First dimension of every input and output.</param>
    public static byte[] Of(byte[] graph, int rows)
    {
        var model = ModelProto.Parser.ParseFrom(graph);
        foreach (var value in model.Graph.Input.Concat(model.Graph.Output))
            value.Type.TensorType.Shape.Dim[0].DimValue = rows;
        return model.ToByteArray();
    }
}
