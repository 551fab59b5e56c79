namespace EdgeInfer.Onnx.Scan;

/// <summary>Checks a TensorProto: rank, number of values, element type, and that its values are in the file.</summary>
internal static class TensorScan
{
    private const int Dims = 1, DataType = 2, Segment = 3, Name = 8, RawData = 9, ExternalData = 13, DataLocation = 14;

    /// <summary>Bytes an element by TensorProto.DataType, 0 where it has no fixed size here (string) or is unknown.</summary>
    private static ReadOnlySpan<byte> ElementBytes => [0, 4, 1, 1, 2, 2, 4, 8, 0, 1, 2, 8, 4, 8];

    private const int StringType = 8;

    /// <summary>Returns the name of a tensor in a node's attribute, whose place names the node.</summary>
    public static string Check(WireReader tensor) => Check(tensor, default);

    /// <summary>Returns the tensor's name.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="graph">At its start: where the node is found that reads a tensor whose values are elsewhere.</param>
    public static string Check(WireReader tensor, WireReader graph)
    {
        var name = "";
        List<long> dims = [];
        long type = 0;
        int? rawBytes = null;
        while (tensor.TryNext(out var field))
        {
            switch (field)
            {
                case Dims:
                    tensor.ReadIntegers(dims, OnnxLimits.MaxRank);
                    break;
                case DataType:
                    type = tensor.ReadInteger();
                    break;
                case Name:
                    name = tensor.ReadName();
                    break;
                case RawData:
                    rawBytes = tensor.ReadBytes().Length;
                    break;
                case ExternalData or DataLocation when IsExternal(ref tensor, field):
                    throw tensor.Error(
                        $"tensor '{name}'{TensorUse.Find(name, graph)} keeps its values in another file; a model is one file");
                case ExternalData or DataLocation:
                    break;
                case Segment:
                    throw tensor.Error($"tensor '{name}' is stored in segments, which are not read");
                default:
                    tensor.Skip();
                    break;
            }
        }

        CheckSize(tensor, name, dims, type, rawBytes);
        return name;
    }

    private static bool IsExternal(ref WireReader tensor, int field)
    {
        if (field == DataLocation)
            return tensor.ReadInteger() != 0;
        tensor.Skip();
        return true;
    }

    private static void CheckSize(WireReader tensor, string name, List<long> dims, long type, int? rawBytes)
    {
        if (type <= 0 || type >= ElementBytes.Length)
            throw tensor.Error($"tensor '{name}' has element type {type}, 1 to {ElementBytes.Length - 1} are read");

        var elements = Shapes.ElementCount(dims);
        if (elements is null)
            throw tensor.Error($"tensor '{name}' has shape [{string.Join(',', dims)}], at most {OnnxLimits.MaxElements} values are read");

        var size = ElementBytes[(int)type];
        if (rawBytes is { } raw && (type == StringType || raw != elements * size))
            throw tensor.Error($"tensor '{name}' of shape [{string.Join(',', dims)}] and element type {type} has {raw} bytes");
    }
}
