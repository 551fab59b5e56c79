using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;
using Google.Protobuf;

namespace EdgeInfer.Trainer.Tests.Networks;

[Collection<TorchSession>]
public sealed class FloatGraphReaderTests
{
    [Theory]
    [MemberData(nameof(NetworkSamples.Architectures), MemberType = typeof(NetworkSamples))]
    public void WhatWasWrittenIsReadBackToTheByte(string name, int channels, int height, int width)
    {
        var spec = Architecture.Create(name, new NetworkInput(channels, height, width), classes: 4, ArchitectureScale.One);
        using var network = NetworkSamples.Untrained(spec, seed: 1);
        var file = NetworkSamples.File(network);

        var read = FloatGraphReader.Read("file", file);

        Assert.Equal(spec.Describe(), read.Spec.Describe());
        Assert.Equal(file, FloatGraph.Write(read));
    }

    [Theory]
    [MemberData(nameof(NetworkSamples.Architectures), MemberType = typeof(NetworkSamples))]
    public void UnfoldedWeightsComputeTheSameInTrainingModeToo(string name, int channels, int height, int width)
    {
        var spec = Architecture.Create(name, new NetworkInput(channels, height, width), classes: 4, ArchitectureScale.One);
        using var source = NetworkSamples.Untrained(spec, seed: 1);
        var inputs = ToyWindows.Noise(20, spec.Input.ValueCount, seed: 8);
        var file = NetworkSamples.File(source);
        using var network = GraphModule.Create(spec, seed: 2);
        network.Unfold(FloatGraphReader.Read("file", file).Layers, inputs);
        network.eval();

        Assert.InRange(NetworkParity.Prove("again", network, file, inputs).MaxAbsDiff, 0, 1e-5);

        // Batch normalisation in training mode sees the statistics that it was given; dropout alone would differ.
        foreach (var layer in spec.Weighted)
            network.Module(layer.Name).train();
        Assert.InRange(NetworkParity.Prove("training", network, file, inputs).MaxAbsDiff, 0, 1e-5);
    }

    [Fact]
    public void AFileOfAnotherWriterIsRefusedByNode()
    {
        Assert.Contains(
            "file: only networks that this trainer wrote are pruned, distilled or trained further: "
            + "node 'stem' (Conv) has 1 groups and pads [0, 0, 0, 3]",
            Refusal(graph =>
                graph.Node.First(node => node.Name == "stem").Attribute.First(a => a.Name == "pads").Ints[1] = 0),
            StringComparison.Ordinal);
        Assert.Contains("node 'stem_relu' (Sigmoid) is no operator of these networks", Refusal(graph =>
            graph.Node.First(node => node.Name == "stem_relu").OpType = "Sigmoid"), StringComparison.Ordinal);
        Assert.Contains(
            "node 'stem' (Conv) has attribute 'dilations'",
            Refusal(graph =>
                graph.Node.First(node => node.Name == "stem").Attribute.Add(OnnxAttribute.Of("dilations", [1L, 1L]))),
            StringComparison.Ordinal);
        Assert.Contains(
            "initialiser 'logits_bias' holds a value that is not finite",
            Refusal(graph => Replace(graph, "logits_bias", float.NaN)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void TheBundleOfAnEarlierWriterIsReadToo()
    {
        var bundle = BundleReader.Open(Path.Combine(Repository.Root, "models", "har-phone-cnn-fp32"));
        var read = FloatGraphReader.Read("model.onnx", bundle.ModelBytes);
        var spec = NetworkSamples.Windows(channels: 6, length: 100, classes: 5);

        Assert.Equal(spec.Describe(), read.Spec.Describe());
        Assert.Equal(spec.ParameterCount, read.Layers.Values.Sum(layer => layer.Weights.Length + layer.Bias.Length));
    }

    private static void Replace(GraphProto graph, string name, float value)
    {
        var tensor = graph.Initializer.First(each => each.Name == name);
        tensor.RawData = OnnxGraph.Tensor<float>(name, [.. Enumerable.Repeat(value, (int)tensor.Dims[0])], tensor.Dims[0]).RawData;
    }

    private static string Refusal(Action<GraphProto> change)
    {
        using var network = NetworkSamples.Untrained(NetworkSamples.Windows(channels: 3, length: 50, classes: 4), seed: 1);
        var model = ModelProto.Parser.ParseFrom(NetworkSamples.File(network));
        change(model.Graph);
        return Assert.Throws<InvalidInputException>(() => FloatGraphReader.Read("file", model.ToByteArray())).Message;
    }
}
