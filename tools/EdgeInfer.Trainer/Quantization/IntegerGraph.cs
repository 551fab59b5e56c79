using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Layers;
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
    /// <param name="ranges">Of the input and of each layer behind its activation, by name.</param>
    public static byte[] Write(FoldedNetwork network, IReadOnlyDictionary<string, AffineRange> ranges)
    {
        var spec = network.Spec;
        var graph = new OnnxGraph("network");
        var input = spec.Input;
        graph.Input(NetworkSpec.InputName, 1, input.Channels, input.Height, input.Width);
        var shared = ranges.ToDictionary();
        Dictionary<string, string> tensors = new() { [NetworkSpec.InputName] = Requantize(graph, NetworkSpec.InputName, shared[NetworkSpec.InputName]) };
        foreach (var layer in spec.Layers)
        {
            string[] inputs = [.. layer.Inputs.Select(name => tensors[name])];
            if (layer is WeightedLayer weighted)
            {
                var (weights, bias) = QuantizeWeights(
                    graph, layer.Name, network.Layers[layer.Name], shared[layer.Input].Scale, weighted.WeightShape(spec.InputShapeOf(layer)));
                inputs = [.. inputs, weights, bias];
            }

            var output = graph.Layer(layer, inputs);
            if (layer is FlattenLayer)
                shared[layer.Name] = shared[layer.Input];
            tensors[layer.Name] = layer == spec.Head ? output : Requantize(graph, output, shared[layer.Name]);
        }

        graph.Outputs(spec);
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
