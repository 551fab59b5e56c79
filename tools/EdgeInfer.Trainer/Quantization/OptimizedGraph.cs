using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Quantization;

/// <summary>What ONNX Runtime makes of a graph on this machine.</summary>
internal static class OptimizedGraph
{
    /// <summary>Operators that compute in float what an int8 graph should compute in integers.</summary>
    private static readonly HashSet<string> FloatOperators =
        ["Conv", "FusedConv", "Gemm", "FusedGemm", "MatMul", "Add", "Relu", "Clip", "GlobalAveragePool"];

    /// <summary>The operators that will be executed, in order.</summary>
    public static IReadOnlyList<(string Name, string OpType)> Of(string bundle, byte[] model)
    {
        var file = Path.Combine(Path.GetTempPath(), $"edgeinfer-optimized-{Guid.NewGuid():N}.onnx");
        try
        {
            OnnxModel.SaveOptimized(model, bundle, file);
            return [.. ModelProto.Parser.ParseFrom(File.ReadAllBytes(file)).Graph.Node.Select(n => (n.Name, n.OpType))];
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <exception cref="InvalidInputException">A layer would run in float.</exception>
    public static void RequireIntegers(string bundle, byte[] model)
    {
        foreach (var (name, opType) in Of(bundle, model))
        {
            if (FloatOperators.Contains(opType))
                throw new InvalidInputException(bundle, $"layer {name} would run as float {opType} on this machine, not in integers; nothing was exported");
        }
    }
}
