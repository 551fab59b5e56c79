using System.Runtime.InteropServices;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx.Schema;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Onnx;

/// <summary>The numbers of a tensor, which ONNX may store raw or in a field of their type.</summary>
internal static class TensorNumbers
{
    /// <exception cref="InvalidInputException">The type holds no numbers, or there are more or fewer than the shape says.</exception>
    public static double[] Of(TensorProto? tensor, string place)
    {
        if (tensor is null)
            throw new InvalidInputException(place, "is no tensor");
        double[] numbers = (DataType)tensor.DataType switch
        {
            DataType.Float => tensor.HasRawData ? Raw<float>(tensor) : [.. tensor.FloatData.Select(v => (double)v)],
            DataType.Double => tensor.HasRawData ? Raw<double>(tensor) : [.. tensor.DoubleData],
            DataType.Int64 => tensor.HasRawData ? Raw<long>(tensor) : [.. tensor.Int64Data.Select(v => (double)v)],
            DataType.Int32 => tensor.HasRawData ? Raw<int>(tensor) : [.. tensor.Int32Data.Select(v => (double)v)],
            DataType.Uint8 => tensor.HasRawData ? [.. tensor.RawData.Select(v => (double)v)] : [.. tensor.Int32Data.Select(v => (double)v)],
            _ => throw new InvalidInputException(place, $"tensor of element type {tensor.DataType} holds no numbers that are imported"),
        };
        var expected = tensor.Dims.Aggregate(1L, (product, dimension) => product * dimension);
        return numbers.Length == expected
            ? numbers
            : throw new InvalidInputException(place, $"tensor of shape [{string.Join(',', tensor.Dims)}] holds {numbers.Length} values");
    }

    private static double[] Raw<T>(TensorProto tensor)
        where T : unmanaged, IConvertible
    {
        var values = MemoryMarshal.Cast<byte, T>(tensor.RawData.Span);
        var numbers = new double[values.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = values[i].ToDouble(null);
        return numbers;
    }
}
