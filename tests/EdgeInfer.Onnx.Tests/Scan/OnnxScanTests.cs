using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx.Scan;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Onnx.Tests.Scan;

public sealed class OnnxScanTests
{
    [Fact]
    public void APlainModelSaysWhatGoesInComesOutAndRuns()
    {
        var graph = OnnxScan.Check(new TinyModel().ToBytes(), "tiny.onnx");

        Assert.Equal("input", graph.Input);
        Assert.Equal(["probabilities"], graph.Outputs);
        Assert.Equal(["MatMul", "Softmax"], graph.Operators);
    }

    [Fact]
    public void AnInitializerThatIsAlsoListedAsAnInputIsNone() =>
        Assert.Equal("input", OnnxScan.Check(new TinyModel
        {
            ExtraGraph = graph => graph.Message(11, TinyModel.Value("weights", TinyModel.Float, [3, 2])),
        }.ToBytes(), "tiny.onnx").Input);

    public static TheoryData<string, Func<byte[]>> Wrong => new()
    {
        { "2 inputs (input, more)", () => Graph(g => g.Message(11, TinyModel.Value("more", TinyModel.Float, [1]))) },
        { "sparse initializers", () => Graph(g => g.Message(15, new ProtoWriter())) },
        {
            "initializer 1: tensor 'w' keeps its values in another file",
            () => Graph(g => g.Message(5, new ProtoWriter().Text(8, "w").Message(13, new ProtoWriter())))
        },
        {
            "initializer 1: tensor 'w' keeps its values in another file",
            () => Graph(g => g.Message(5, new ProtoWriter().Text(8, "w").Integer(14, 1)))
        },
        {
            "initializer 0: tensor 'weights' of node 'product' (MatMul) keeps its values in another file",
            () => new TinyModel { Initializer = new ProtoWriter().Text(8, "weights").Integer(14, 1) }.ToBytes()
        },
        { "two initializers are named 'weights'", () => Graph(g => g.Message(5, TinyModel.Tensor("weights", [1], new byte[4]))) },
        { "tensor 'w' has shape [-1]", () => Graph(g => g.Message(5, TinyModel.Tensor("w", [-1], []))) },
        {
            "tensor 'w' has shape [65536,65536,65536,65536]",
            () => Graph(g => g.Message(5, TinyModel.Tensor("w", [65536, 65536, 65536, 65536], [])))
        },
        {
            "tensor 'w' of shape [2] and element type 1 has 4 bytes",
            () => Graph(g => g.Message(5, TinyModel.Tensor("w", [2], new byte[4])))
        },
        { "tensor 'w' has element type 0", () => Graph(g => g.Message(5, new ProtoWriter().Text(8, "w"))) },
        { "more than 8 values", () => Graph(g => g.Message(5, TinyModel.Tensor("w", new long[9], []))) },
        {
            "node 1 'softmax' (Softmax): attribute 'then_branch' holds a graph",
            () => Node(n => n.Message(5, new ProtoWriter().Text(1, "then_branch").Message(6, new ProtoWriter())))
        },
        {
            "attribute 'bodies' holds a graph",
            () => Node(n => n.Message(5, new ProtoWriter().Text(1, "bodies").Message(11, new ProtoWriter())))
        },
        {
            "attribute 'axis' has a kind (field 21)", () => Node(n => n.Message(5, new ProtoWriter().Text(1, "axis").Text(21, "parameter")))
        },
        {
            "attribute 'kernel_shape' holds 1099511627776",
            () => Node(n => n.Message(5, new ProtoWriter().Text(1, "kernel_shape").Integer(8, 1L << 40)))
        },
        { "'softmax' (Softmax): operator domain 'evil'", () => new TinyModel { Domain = "evil" }.ToBytes() },
        { "operator set: version 6 of 'ai.onnx', 7 to 24 are read and run", () => new TinyModel { Opset = 6 }.ToBytes() },
        { "version 99 of 'ai.onnx'", () => new TinyModel { Opset = 99 }.ToBytes() },
        { "more than one graph", () => Model(m => m.Message(7, new ProtoWriter())) },
        { "training information", () => Model(m => m.Message(20, new ProtoWriter())) },
        { "functions of its own", () => Model(m => m.Message(25, new ProtoWriter())) },
        { "wire type 0 instead of 2", () => Model(m => m.Integer(8, 1)) },
        { "wire type 3", () => [.. new TinyModel().ToBytes(), 30 << 3 & 0xFF | 3, 1] },
        { "field number 0", () => Model(m => m.Integer(0, 0)) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WhatNoModelOfOursHoldsIsRefusedWithItsPlace(string expected, Func<byte[]> model)
    {
        var error = Assert.Throws<InvalidInputException>(() => OnnxScan.Check(model(), "wrong.onnx"));

        Assert.StartsWith("wrong.onnx: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOversizedFileIsRefusedBeforeItIsRead()
    {
        var error = Assert.Throws<InvalidInputException>(() => OnnxScan.Check(new byte[OnnxLimits.MaxFileBytes + 1], "big.onnx"));

        Assert.Contains("16777217 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyFileIsNoModel() =>
        Assert.Throws<InvalidInputException>(() => OnnxScan.Check([], "empty.onnx"));

    private static byte[] Graph(Action<ProtoWriter> extra) => new TinyModel { ExtraGraph = extra }.ToBytes();

    private static byte[] Node(Action<ProtoWriter> extra) => new TinyModel { ExtraNode = extra }.ToBytes();

    private static byte[] Model(Action<ProtoWriter> extra) => new TinyModel { ExtraModel = extra }.ToBytes();
}
