using EdgeInfer.Trainer.Networks.Layers;
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

    /// <summary>Name of a classifier's last layer and of its raw output.</summary>
    public const string Logits = "logits";

    public const string Probabilities = "probabilities";

    /// <summary>Name of an autoencoder's last layer and of its output: [1, values], channel-major.</summary>
    public const string Reconstruction = "reconstruction";

    /// <summary>Behind a layer's name, that of its bias.</summary>
    public const string Bias = "_bias";

    public static byte[] Write(TrainedWeights network)
    {
        var spec = network.Spec;
        var graph = new OnnxGraph("network");
        var input = spec.Input;
        graph.Input(LayerGraph.InputName, 1, input.Channels, input.Height, input.Width);
        graph.Layers(network);
        graph.Outputs(spec);
        return graph.ToModel(IrVersion, Opset);
    }

    /// <summary>Adds all layers behind a tensor named <see cref="LayerGraph.InputName"/>, without declaring outputs.</summary>
    public static void Layers(this OnnxGraph graph, TrainedWeights network)
    {
        var spec = network.Spec;
        foreach (var layer in spec.Layers)
        {
            string[] inputs = [.. layer.Inputs.Select(spec.TensorOf)];
            if (layer is WeightedLayer weighted)
                inputs = [.. inputs, .. Constants(graph, weighted, spec.InputShapeOf(layer), network.Layers[layer.Name])];
            graph.Layer(layer, inputs);
        }
    }

    /// <summary>Adds a layer's node and its activation; returns the tensor that other layers read.</summary>
    /// <param name="graph">Receives the nodes.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="inputs">Tensors that it reads; then weights and bias, where it has any.</param>
    public static string Layer(this OnnxGraph graph, LayerSpec layer, string[] inputs)
    {
        var output = layer switch
        {
            ConvolutionLayer convolution => graph.Node(
                "Conv",
                layer.Name,
                inputs,
                OnnxAttribute.Of("kernel_shape", [convolution.Kernel.Height, convolution.Kernel.Width]),
                OnnxAttribute.Of("strides", [convolution.Stride.Height, convolution.Stride.Width]),
                OnnxAttribute.Of(
                    "pads", [convolution.Padding.Height, convolution.Padding.Width, convolution.Padding.Height, convolution.Padding.Width]),
                OnnxAttribute.Of("group", convolution.Groups)),
            DenseLayer => graph.Node("Gemm", layer.Name, inputs, OnnxAttribute.Of("transB", 1)),
            AdditionLayer => graph.Node("Add", layer.Name, inputs),
            AverageLayer => graph.Node("GlobalAveragePool", layer.Name, inputs),
            FlattenLayer => graph.Node("Flatten", layer.Name, inputs, OnnxAttribute.Of("axis", 1)),
            _ => throw new ArgumentException($"layer {layer.Name}: no operator for {layer.GetType().Name}"),
        };
        return layer.Tensor == output ? output : graph.Node("Relu", layer.Tensor, [output]);
    }

    /// <summary>The graph's outputs: a classifier's probabilities before its logits, an autoencoder's reconstruction.</summary>
    public static void Outputs(this OnnxGraph graph, LayerGraph spec)
    {
        if (spec.Goal == NetworkGoal.Classification)
        {
            graph.Node("Softmax", Probabilities, [spec.Head.Name], OnnxAttribute.Of("axis", 1));
            graph.Output(Probabilities, DataType.Float, 1, spec.Head.Outputs);
        }

        graph.Output(spec.Head.Name, DataType.Float, 1, spec.Head.Outputs);
    }

    private static string[] Constants(OnnxGraph graph, WeightedLayer layer, LayerShape input, LayerWeights folded) =>
    [
        graph.Constant<float>($"{layer.Name}_weights", folded.Weights, layer.WeightShape(input)),
        graph.Constant<float>(layer.Name + Bias, folded.Bias, layer.Outputs),
    ];
}
