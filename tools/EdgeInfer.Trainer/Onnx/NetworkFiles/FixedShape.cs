using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx.Scan;
using EdgeInfer.Trainer.Onnx.Schema;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;
using static EdgeInfer.Trainer.Onnx.Schema.TensorShapeProto.Types;

namespace EdgeInfer.Trainer.Onnx.NetworkFiles;

/// <summary>The shape that a device runs: one window, every other dimension a number.</summary>
internal static class FixedShape
{
    /// <summary>Sets an open batch to 1 in <paramref name="input"/> and returns the shape.</summary>
    /// <exception cref="InvalidInputException">Not a float tensor, or a dimension beyond the batch is open.</exception>
    public static long[] Pin(ValueInfoProto input, string file)
    {
        var type = input.Type?.TensorType;
        if (type?.ElemType != (int)DataType.Float)
            throw new InvalidInputException(
                file, $"input '{input.Name}' has element type {type?.ElemType ?? 0}; a network takes float (1)");
        if (type.Shape?.Dim is not { Count: > 0 } dims)
            throw new InvalidInputException(file, $"input '{input.Name}' states no shape");
        if (IsOpen(dims[0]))
            dims[0] = new Dimension { DimValue = 1 };
        var shape = dims.Select(dim => dim.DimValue).ToArray();
        if (dims.Any(IsOpen))
            throw new InvalidInputException(
                file,
                $"input '{input.Name}' has shape [{string.Join(',', dims.Select(Text))}]; "
                + "only the first dimension, the batch, may be open");
        return Shapes.ElementCount(shape) is > 0
            ? shape
            : throw new InvalidInputException(file, $"input '{input.Name}' of shape [{string.Join(',', shape)}] is too large");
    }

    private static bool IsOpen(Dimension dim) => dim.DimValue <= 0;

    private static string Text(Dimension dim) => dim.HasDimParam ? dim.DimParam : dim.DimValue > 0 ? $"{dim.DimValue}" : "?";
}
