using EdgeInfer.Trainer.Onnx;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Networks;

/// <summary>
/// Writes a network as ONNX in fp32. Windows stand as [1, channels, 1, length]: ONNX Runtime's fast x64 layout skips
/// one-dimensional convolutions.
/// </summary>
internal static class FloatGraph
{
    public const int IrVersion = 8;
    public const int Opset = 17;
    public const string Logits = "logits";
    public const string Probabilities = "probabilities";

    public static byte[] Write(FoldedNetwork network)
    {
        var spec = network.Spec;
        var graph = new OnnxGraph("network");
        var x = graph.Input("input", 1, spec.Channels, 1, spec.Length);
        foreach (var (layer, folded) in spec.Convolutions.Zip(network.Convolutions))
        {
            var weights = graph.Constant<float>($"{layer.Name}_weights", folded.Weights, layer.Outputs, layer.Inputs / layer.Groups, 1, layer.Kernel);
            var bias = graph.Constant<float>($"{layer.Name}_bias", folded.Bias, layer.Outputs);
            x = graph.Convolution(layer, x, weights, bias);
        }

        x = graph.Node("GlobalAveragePool", "average", [x]);
        x = graph.Node("Flatten", "embedding", [x], OnnxAttribute.Of("axis", 1));
        graph.Classify(
            spec,
            x,
            graph.Constant<float>("dense_weights", network.Dense.Weights, spec.Classes, spec.EmbeddingLength),
            graph.Constant<float>("dense_bias", network.Dense.Bias, spec.Classes));
        return graph.ToModel(IrVersion, Opset);
    }

    /// <summary>Convolution and ReLU; returns the activation's name.</summary>
    public static string Convolution(this OnnxGraph graph, ConvolutionSpec layer, string input, string weights, string bias)
    {
        var convolution = graph.Node(
            "Conv",
            layer.Name,
            [input, weights, bias],
            OnnxAttribute.Of("kernel_shape", [1L, layer.Kernel]),
            OnnxAttribute.Of("strides", [1L, layer.Stride]),
            OnnxAttribute.Of("pads", [0L, layer.Padding, 0L, layer.Padding]),
            OnnxAttribute.Of("group", layer.Groups));
        return graph.Node("Relu", $"{layer.Name}_relu", [convolution]);
    }

    /// <summary>Dense layer and softmax, and the graph's two outputs.</summary>
    public static void Classify(this OnnxGraph graph, NetworkSpec spec, string embedding, string weights, string bias)
    {
        graph.Node("Gemm", Logits, [embedding, weights, bias], OnnxAttribute.Of("transB", 1));
        graph.Node("Softmax", Probabilities, [Logits], OnnxAttribute.Of("axis", 1));
        graph.Output(Probabilities, DataType.Float, 1, spec.Classes);
        graph.Output(Logits, DataType.Float, 1, spec.Classes);
    }
}
