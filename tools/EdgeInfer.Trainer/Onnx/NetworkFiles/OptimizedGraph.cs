using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Onnx.Sessions;
using EdgeInfer.Trainer.Onnx.Schema;
using Microsoft.ML.OnnxRuntime;

namespace EdgeInfer.Trainer.Onnx.NetworkFiles;

/// <summary>What ONNX Runtime makes of a graph on this machine.</summary>
internal static class OptimizedGraph
{
    /// <summary>Operators that compute in float what an int8 graph should compute in integers.</summary>
    private static readonly HashSet<string> FloatOperators =
    [
        "Conv", "FusedConv", "Gemm", "FusedGemm", "MatMul", "FusedMatMul", "Add", "Mul", "Relu", "Clip", "GlobalAveragePool", "AveragePool",
        "LeakyRelu",
    ];

    public static ModelProto Optimize(string bundle, ReadOnlyMemory<byte> model) =>
        Written(bundle, file => OnnxModel.SaveOptimized(model, bundle, file));

    /// <summary>Constants folded and nodes fused, by the standard's own operators alone.</summary>
    public static ModelProto Fold(NetworkFile network) => Written(network.Name, file => SessionFactory.Open(
        OnnxProto.Write(network.Model), network.Name, file, GraphOptimizationLevel.ORT_ENABLE_BASIC).Dispose());

    /// <param name="bundle">Name, for errors.</param>
    /// <param name="model">Quantised model.</param>
    /// <param name="floatNodes">Nodes at either end that are meant to run in float.</param>
    /// <exception cref="InvalidInputException">Another layer would run in float.</exception>
    public static void RequireIntegers(string bundle, ReadOnlyMemory<byte> model, IReadOnlySet<string> floatNodes)
    {
        foreach (var node in Optimize(bundle, model).Graph.Node)
        {
            if (FloatOperators.Contains(node.OpType) && !floatNodes.Contains(node.Name))
                throw new InvalidInputException(
                    bundle,
                    $"layer {node.Name} would run as float {node.OpType} on this machine, "
                    + $"not in integers: {ReasonFor(node)}; nothing was exported");
        }
    }

    private static ModelProto Written(string name, Action<string> write)
    {
        var file = Path.Combine(Path.GetTempPath(), $"edgeinfer-optimized-{Guid.NewGuid():N}.onnx");
        try
        {
            write(file);
            return OnnxProto.Parse(File.ReadAllBytes(file), name);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string ReasonFor(NodeProto node) => node.OpType switch
    {
        "Conv" or "FusedConv" or "Gemm" or "FusedGemm" or "MatMul" or "FusedMatMul" =>
            "its input, weights or output are not all quantised, or ONNX Runtime has no integer form of these attributes",
        "Relu" or "Clip" => "it stands behind no layer of integers whose range could hold it",
        _ => "its operands or its output are not all quantised",
    };
}
