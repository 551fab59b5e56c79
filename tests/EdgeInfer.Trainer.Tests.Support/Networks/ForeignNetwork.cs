using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using Google.Protobuf;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Tests.Support.Networks;

/// <summary>
/// A network that tells rotations apart by their speed, with known weights in place of learnt ones, as the converters write it: a filter
/// matched to each speed over the channels (sine, cosine), its rectified mean, a dense layer. Which channel is which counts.
/// </summary>
/// <param name="hertz">Speed of each class.</param>
/// <param name="rateHz">Samples a second.</param>
/// <param name="length">Samples a channel.</param>
public sealed class ForeignNetwork(double[] hertz, double rateHz, int length)
{
    public const string Input = "x";
    public const string Output = "y";

    private const int Channels = 2;
    private const int Taps = 16;
    private const float Gain = 2;

    private int Classes => hertz.Length;

    /// <summary>As PyTorch: [N, channels, samples], one-dimensional convolution with batch normalisation, logits.</summary>
    public byte[] AsPyTorch() => Write([0, Channels, length], graph =>
    {
        var filtered = graph.Node(
            "Conv", "/conv/Conv_output_0", [Input, graph.Constant<float>("conv.weight", Filters(), Classes, Channels, Taps)],
            OnnxAttribute.Of("kernel_shape", [(long)Taps]));
        var ones = Enumerable.Repeat(1f, Classes).ToArray();
        var normalized = graph.Node(
            "BatchNormalization", "/bn/BatchNormalization_output_0",
            [
                filtered, graph.Constant<float>("bn.weight", ones, Classes), graph.Constant<float>("bn.bias", new float[Classes], Classes),
                graph.Constant<float>("bn.running_mean", new float[Classes], Classes),
                graph.Constant<float>("bn.running_var", ones, Classes),
            ]);
        var mean = graph.Node(
            "GlobalAveragePool", "/pool/GlobalAveragePool_output_0", [graph.Node("Relu", "/relu/Relu_output_0", [normalized])]);
        var flat = graph.Node("Flatten", "/Flatten_output_0", [mean], OnnxAttribute.Of("axis", 1));
        graph.Node(
            "Gemm", Output,
            [
                flat,
                graph.Constant<float>("fc.weight", Identity(), Classes, Classes),
                graph.Constant<float>("fc.bias", new float[Classes], Classes),
            ],
            OnnxAttribute.Of("transB", 1));
    });

    /// <summary>As Keras through tf2onnx: [N, 1, samples, channels], transposed, two-dimensional, MatMul and Add, softmax.</summary>
    public byte[] AsKeras(string activation = "Softmax") => Write([0, 1, length, Channels], graph =>
    {
        var transposed = graph.Node("Transpose", "model/conv2d/Conv2D__6:0", [Input], OnnxAttribute.Of("perm", [0L, 3L, 1L, 2L]));
        var filtered = graph.Node(
            "Conv", "model/conv2d/BiasAdd:0",
            [
                transposed, graph.Constant<float>("model/conv2d/Conv2D/ReadVariableOp:0", Filters(), Classes, Channels, 1, Taps),
                graph.Constant<float>("model/conv2d/BiasAdd/ReadVariableOp:0", new float[Classes], Classes),
            ],
            OnnxAttribute.Of("kernel_shape", [1L, Taps]), OnnxAttribute.Of("strides", [1L, 1L]));
        var mean = graph.Node("GlobalAveragePool", "model/mean:0", [graph.Node("Relu", "model/relu:0", [filtered])]);
        var flat = graph.Node("Squeeze", "model/squeezed:0", [mean, graph.Constant<long>("axes", [2, 3], 2)]);
        var product = graph.Node(
            "MatMul",
            "model/dense/MatMul:0",
            [flat, graph.Constant<float>("model/dense/MatMul/ReadVariableOp:0", Identity(), Classes, Classes)]);
        var logits = graph.Node(
            "Add",
            "model/dense/BiasAdd:0",
            [product, graph.Constant<float>("model/dense/BiasAdd/ReadVariableOp:0", new float[Classes], Classes)]);
        graph.Node(activation, Output, [logits]);
    });

    /// <summary>[class, channel, tap]</summary>
    private float[] Filters() =>
    [
        .. hertz.SelectMany(speed => Enumerable.Range(0, Channels).SelectMany(channel => Enumerable.Range(0, Taps).Select(tap =>
        {
            var (sine, cosine) = Math.SinCos(Math.Tau * speed * tap / rateHz);
            return (float)(channel == 0 ? sine : cosine);
        }))),
    ];

    private float[] Identity() => [.. Enumerable.Range(0, Classes * Classes).Select(i => i / Classes == i % Classes ? Gain : 0f)];

    private byte[] Write(long[] shape, Action<OnnxGraph> write)
    {
        var graph = new OnnxGraph("main_graph");
        graph.Input(Input, shape);
        write(graph);
        graph.Output(Output, DataType.Float, 0, Classes);
        var model = ModelProto.Parser.ParseFrom(graph.ToModel(irVersion: 8, opset: 17));
        foreach (var value in model.Graph.Input.Concat(model.Graph.Output))
            value.Type.TensorType.Shape.Dim[0] = new TensorShapeProto.Types.Dimension { DimParam = "batch_size" };
        return model.ToByteArray();
    }
}
