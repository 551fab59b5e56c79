using EdgeInfer.Core.Errors;

namespace EdgeInfer.Onnx.Scan;

/// <summary>
/// Looks through an ONNX file before ONNX Runtime's native parser does, and refuses what no model of ours holds.
/// Field numbers are those of onnx.proto.
/// </summary>
internal static class OnnxScan
{
    private const int Graph = 7, OpsetImport = 8, TrainingInfo = 20, Functions = 25;
    private const int OpsetDomain = 1, OpsetVersion = 2;

    /// <exception cref="InvalidInputException">The bytes are not a model of one plain graph inside the limits.</exception>
    public static ScannedGraph Check(ReadOnlySpan<byte> model, string fileName)
    {
        if (model.Length > OnnxLimits.MaxFileBytes)
            throw new InvalidInputException(fileName, $"{model.Length} bytes, at most {OnnxLimits.MaxFileBytes} are read");

        var reader = new WireReader(model, fileName, "model");
        ScannedGraph? graph = null;
        var opsets = 0;
        while (reader.TryNext(out var field))
        {
            switch (field)
            {
                case Graph when graph is not null:
                    throw reader.Error("more than one graph");
                case Graph:
                    graph = GraphScan.Check(reader.ReadMessage("graph"));
                    break;
                case OpsetImport:
                    opsets += CheckOpset(reader.ReadMessage("operator set")) ? 1 : 0;
                    break;
                case TrainingInfo:
                    throw reader.Error("carries training information; export it for inference");
                case Functions:
                    throw reader.Error("defines functions of its own, which are not run");
                default:
                    reader.Skip();
                    break;
            }
        }

        if (graph is null)
            throw reader.Error("holds no graph; is it an ONNX file?");
        return opsets > 0 ? graph : throw reader.Error("names no operator set");
    }

    /// <summary>True for the sets that a node may come from; exporters list others that no node uses.</summary>
    private static bool CheckOpset(WireReader opset)
    {
        var domain = "";
        long version = 0;
        while (opset.TryNext(out var field))
        {
            switch (field)
            {
                case OpsetDomain:
                    domain = opset.ReadName();
                    break;
                case OpsetVersion:
                    version = opset.ReadInteger();
                    break;
                default:
                    opset.Skip();
                    break;
            }
        }

        (long Low, long High) range = domain switch
        {
            "" or "ai.onnx" => (OnnxLimits.MinOpset, OnnxLimits.MaxOpset),
            "ai.onnx.ml" => (1, OnnxLimits.MaxTreeOpset),
            _ => (long.MinValue, long.MaxValue),
        };
        if (version < range.Low || version > range.High)
            throw opset.Error(
                $"version {version} of '{(domain.Length == 0 ? "ai.onnx" : domain)}', {range.Low} to {range.High} are read and run");
        return range.Low > long.MinValue;
    }
}
