using EdgeInfer.Trainer.Onnx;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>What the graphs of all detectors share: standardised features at the beginning, one score at the end.</summary>
internal static class ScoreGraph
{
    private const int IrVersion = 8;
    private const int Opset = 17;

    /// <summary>Adds the input [1, features] and its standardisation; returns the name of the standardised features.</summary>
    public static string Standardized(OnnxGraph graph, FeatureScaling scaling, string output = "standardized")
    {
        var features = scaling.Mean.Length;
        var input = graph.Input("features", 1, features);
        var mean = graph.Constant<float>("feature_mean", scaling.Mean, 1, features);
        var scale = graph.Constant<float>("feature_scale", scaling.Scale, 1, features);
        var scaled = graph.Node("Mul", "scaled", [graph.Node("Sub", "centred", [input, mean]), scale]);
        return graph.Node("Asinh", output, [scaled]);
    }

    /// <summary>Mean square over the last axis of [rows, features]: one value a row.</summary>
    public static string MeanSquare(OnnxGraph graph, string difference) => graph.Node(
        "ReduceMean", "mean_square", [graph.Node("Mul", "square", [difference, difference])],
        OnnxAttribute.Of("axes", [1L]), OnnxAttribute.Of("keepdims", 0));

    /// <summary>Names a tensor of one value as the score, and ends the graph.</summary>
    public static byte[] ToModel(OnnxGraph graph, string score)
    {
        graph.Node("Identity", "score", [score]);
        graph.Output("score", DataType.Float, 1);
        return graph.ToModel(IrVersion, Opset);
    }
}
