using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Onnx;

namespace EdgeInfer.Trainer.Quantization;

/// <summary>
/// Writes a network as static int8 in QDQ form: unsigned activations with scalar scale and zero point, signed weights
/// per output channel, 32-bit biases. Departing from any of this makes ONNX Runtime fall back to float silently, which
/// <see cref="OptimizedGraph"/> would find.
/// </summary>
internal static class IntegerGraph
{
    private const int LargestWeight = 127;

    /// <param name="network">Weights.</param>
    /// <param name="ranges">Input, each activation, the average over time.</param>
    public static byte[] Write(FoldedNetwork network, IReadOnlyList<AffineRange> ranges)
    {
        var spec = network.Spec;
        var graph = new OnnxGraph("network");
        var x = Requantize(graph, graph.Input("input", 1, spec.Channels, 1, spec.Length), ranges[0]);
        for (var i = 0; i < spec.Convolutions.Count; i++)
        {
            var layer = spec.Convolutions[i];
            var (weights, bias) = QuantizeWeights(
                graph, layer.Name, network.Convolutions[i], ranges[i].Scale, [layer.Outputs, layer.Inputs / layer.Groups, 1, layer.Kernel]);
            x = Requantize(graph, graph.Convolution(layer, x, weights, bias), ranges[i + 1]);
        }

        var average = ranges[^1];
        x = Requantize(graph, graph.Node("GlobalAveragePool", "average", [x]), average);
        x = Requantize(graph, graph.Node("Flatten", "embedding", [x], OnnxAttribute.Of("axis", 1)), average);
        var dense = QuantizeWeights(graph, "dense", network.Dense, average.Scale, [spec.Classes, spec.EmbeddingLength]);
        graph.Classify(spec, x, dense.Weights, dense.Bias);
        return graph.ToModel(FloatGraph.IrVersion, FloatGraph.Opset);
    }

    private static string Requantize(OnnxGraph graph, string tensor, AffineRange range)
    {
        var scale = graph.Constant<float>($"{tensor}_scale", [range.Scale]);
        var zero = graph.Constant<byte>($"{tensor}_zero_point", [range.ZeroPoint]);
        var quantized = graph.Node("QuantizeLinear", $"{tensor}_quantized", [tensor, scale, zero]);
        return graph.Node("DequantizeLinear", $"{tensor}_dequantized", [quantized, scale, zero]);
    }

    private static (string Weights, string Bias) QuantizeWeights(
        OnnxGraph graph, string name, FoldedLayer layer, float inputScale, long[] shape)
    {
        var outputs = layer.Bias.Length;
        var perOutput = layer.Weights.Length / outputs;
        var scales = new float[outputs];
        var biasScales = new float[outputs];
        var weights = new sbyte[layer.Weights.Length];
        var bias = new int[outputs];
        for (var output = 0; output < outputs; output++)
        {
            var row = layer.Weights.AsSpan(output * perOutput, perOutput);
            var largest = 0f;
            foreach (var weight in row)
                largest = Math.Max(largest, Math.Abs(weight));
            scales[output] = largest > 0 ? largest / LargestWeight : 1f / LargestWeight;
            biasScales[output] = scales[output] * inputScale;
            for (var i = 0; i < perOutput; i++)
                weights[output * perOutput + i] = (sbyte)Math.Clamp(MathF.Round(row[i] / scales[output]), -LargestWeight, LargestWeight);
            bias[output] = (int)Math.Clamp(Math.Round(layer.Bias[output] / (double)biasScales[output]), int.MinValue, int.MaxValue);
        }

        var axis = OnnxAttribute.Of("axis", 0);
        var weightScale = graph.Constant<float>($"{name}_weights_scale", scales, outputs);
        var weightZero = graph.Constant<sbyte>($"{name}_weights_zero_point", new sbyte[outputs], outputs);
        var weightTensor = graph.Constant<sbyte>($"{name}_weights_quantized", weights, shape);
        var biasScale = graph.Constant<float>($"{name}_bias_scale", biasScales, outputs);
        var biasTensor = graph.Constant<int>($"{name}_bias_quantized", bias, outputs);
        return (
            graph.Node("DequantizeLinear", $"{name}_weights", [weightTensor, weightScale, weightZero], axis),
            graph.Node("DequantizeLinear", $"{name}_bias", [biasTensor, biasScale], axis));
    }
}
