using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Onnx.Simplification;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;

/// <summary>Graphs of a few layers with random weights.</summary>
internal sealed class SmallNetworks(int seed)
{
    public const int Channels = 4;
    public const int Size = 8;
    public const int Classes = 3;

    private readonly Random _random = new(seed);
    private readonly OnnxGraph _graph = new("small");

    public OnnxGraph Graph => _graph;

    public string Input(params ReadOnlySpan<long> shape) => _graph.Input("input", shape);

    public string Image() => Input(1, Channels, Size, Size);

    /// <summary>3 x 3, same size.</summary>
    public string Convolution(string name, string input, int inputs, int outputs) => _graph.Node(
        "Conv", name, [input, Weights($"{name}_w", outputs, inputs, 3, 3), Weights($"{name}_b", outputs)],
        OnnxAttribute.Of("kernel_shape", [3L, 3L]), OnnxAttribute.Of("pads", [1L, 1L, 1L, 1L]));

    public string Relu(string input) => _graph.Node("Relu", $"{input}_relu", [input]);

    public string Clip(string input, float low, float high) => _graph.Node(
        "Clip", $"{input}_clip",
        [
            input,
            _graph.Constant($"{input}_low", (ReadOnlySpan<float>)[low]),
            _graph.Constant($"{input}_high", (ReadOnlySpan<float>)[high]),
        ]);

    public string Dense(string name, string input, int inputs, int outputs) =>
        _graph.Node(
            "Gemm", name, [input, Weights($"{name}_w", outputs, inputs), Weights($"{name}_b", outputs)], OnnxAttribute.Of("transB", 1));

    /// <summary>Average, dense layer and softmax.</summary>
    public byte[] Classify(string features, int channels)
    {
        var average = _graph.Node("GlobalAveragePool", "average", [features]);
        var flat = _graph.Node("Flatten", "flat", [average]);
        _graph.Node("Softmax", "probabilities", [Dense("logits", flat, channels, Classes)], OnnxAttribute.Of("axis", 1));
        return Model("probabilities", Classes);
    }

    public byte[] Model(string output, params ReadOnlySpan<long> shape)
    {
        _graph.Output(output, DataType.Float, [1, .. shape]);
        return _graph.ToModel(irVersion: 8, opset: 17);
    }

    public string Weights(string name, params ReadOnlySpan<long> shape)
    {
        var count = 1L;
        foreach (var dimension in shape)
            count *= dimension;
        var values = new float[count];
        for (var i = 0; i < count; i++)
            values[i] = (float)(_random.NextDouble() - 0.5);
        return _graph.Constant<float>(name, values, shape);
    }

    /// <summary>Convolution, residual block, head: what a small ResNet is made of.</summary>
    public static byte[] Residual()
    {
        var small = new SmallNetworks(seed: 1);
        var stem = small.Relu(small.Convolution("stem", small.Image(), Channels, 8));
        var inner = small.Convolution("second", small.Relu(small.Convolution("first", stem, 8, 8)), 8, 8);
        return small.Classify(small.Relu(small.Graph.Node("Add", "sum", [inner, stem])), 8);
    }

    public static float[][] Inputs(int count, int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count)
            .Select(_ => Enumerable.Range(0, length).Select(_ => (float)(4 * random.NextDouble() - 2)).ToArray())];
    }

    public static float[][] Images(int count) => Inputs(count, Channels * Size * Size, seed: 5);

    public static byte[] Changed(byte[] model, Action<ModelProto> change)
    {
        var proto = ModelProto.Parser.ParseFrom(model);
        change(proto);
        return Google.Protobuf.MessageExtensions.ToByteArray(proto);
    }

    public static SimplifiedGraph Simple(byte[] model) => SimplifiedGraph.Simplify(NetworkFile.Parse(model, "small.onnx"));
}
