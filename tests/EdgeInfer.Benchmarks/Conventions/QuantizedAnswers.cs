using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Benchmarks.Conventions;

/// <summary>
/// The tensors that our graphs leave in float: logits and probabilities. The tool of ONNX Runtime quantises them too, softmax
/// with the range 0 to 1.
/// </summary>
internal static class QuantizedAnswers
{
    private const string Softmax = "Softmax";

    public static void Add(QdqModel written, IReadOnlyList<float[]> inputs)
    {
        var plan = written.Plan;
        NodeProto[] nodes = [.. plan.Graph.Node.Where(
            node => (node.OpType == "Gemm" || plan.FloatNodes.Contains(node.Name)) && !plan.IsQuantized(node.Output[0]))];
        string[] seen = [.. nodes.Where(node => node.OpType != Softmax).Select(node => node.Output[0])];
        var ranges = CalibratedRanges.Calibrate(written.Network, seen, inputs, CalibrationMethod.MinMax);
        var graph = written.Model.Graph;
        foreach (var node in nodes)
        {
            var output = node.Output[0];
            var range = node.OpType == Softmax ? AffineRange.UpTo(1) : AffineRange.Covering(ranges[output].Low, ranges[output].High);
            QuantizeDequantize(graph, graph.Node.Single(other => other.Output[0] == output), range);
        }
    }

    private static void QuantizeDequantize(GraphProto graph, NodeProto node, AffineRange range)
    {
        var output = node.Output[0];
        var (real, quantized, scale, zero) = ($"{output}_real", $"{output}_q", $"{output}_scale", $"{output}_zero");
        graph.Initializer.Add(OnnxGraph.Tensor<float>(scale, [range.Scale]));
        graph.Initializer.Add(OnnxGraph.Tensor<byte>(zero, [range.ZeroPoint]));
        node.Output[0] = real;
        var after = graph.Node.IndexOf(node) + 1;
        graph.Node.Insert(after, new NodeProto { OpType = "QuantizeLinear", Input = { real, scale, zero }, Output = { quantized } });
        graph.Node.Insert(
            after + 1, new NodeProto { OpType = "DequantizeLinear", Input = { quantized, scale, zero }, Output = { output } });
    }
}
