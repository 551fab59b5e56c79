using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx.Scan;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Import.Graphs;

/// <summary>A foreign ONNX file that passed the same scan as the runtime's own.</summary>
/// <param name="Name">Path, as the user gave it.</param>
/// <param name="Bytes">Content, at most <see cref="OnnxLimits.MaxFileBytes"/>.</param>
/// <param name="Graph">Its graph; operators have not been looked at yet.</param>
/// <param name="Input">Its only input.</param>
/// <param name="InputIsDouble">Whether the input is double; float otherwise.</param>
/// <param name="InputWidth">Features a row, or null where the file leaves that open.</param>
internal sealed record OnnxFile(string Name, byte[] Bytes, GraphProto Graph, string Input, bool InputIsDouble, int? InputWidth)
{
    /// <exception cref="InvalidInputException">The file is damaged, or its input is no table of float or double.</exception>
    public static OnnxFile Parse(byte[] bytes, string name)
    {
        var scanned = OnnxScan.Check(bytes, name);
        var graph = OnnxProto.Parse(bytes, name).Graph;
        var input = graph.Input.First(value => value.Name == scanned.Input);
        var type = input.Type?.TensorType?.ElemType;
        return type is (int)DataType.Float or (int)DataType.Double
            ? new OnnxFile(name, bytes, graph, input.Name, type == (int)DataType.Double, Width(input, name))
            : throw new InvalidInputException(
                name, $"input '{input.Name}': element type {type ?? 0}; one table of float or double is imported");
    }

    private static int? Width(ValueInfoProto input, string name)
    {
        // Absent, the shape is open in every dimension; 0 stands for a dimension that has no number.
        if (input.Type.TensorType.Shape?.Dim is not { Count: > 0 } dims)
            return null;
        var rows = dims[0].DimValue;
        var width = dims.Count == 2 ? dims[1].DimValue : -1;
        if (rows is not (0 or 1) || width is < 0 or > int.MaxValue)
            throw new InvalidInputException(
                name,
                $"input '{input.Name}': shape [{string.Join(',', dims.Select(d => d.DimValue))}]; "
                + "rows (open, or 1) times features are imported");
        return width == 0 ? null : (int)width;
    }
}
