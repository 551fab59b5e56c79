using System.Runtime.InteropServices;

namespace EdgeInfer.Tests.Support.Models;

/// <summary>
/// probabilities = Softmax(input x weights), input [1,3], two classes; every part may be replaced by a wrong one.
/// </summary>
public sealed record TinyModel
{
    public const int Float = 1, Int64 = 7;

    public static readonly float[] Weights = [1, -1, 0.5f, 0.25f, -2, 2];

    public string InputName { get; init; } = "input";
    public string OutputName { get; init; } = "probabilities";
    public int InputType { get; init; } = Float;
    public long[] InputDims { get; init; } = [1, 3];
    public long[] OutputDims { get; init; } = [1, 2];
    public string Domain { get; init; } = "";
    public long Opset { get; init; } = 17;
    public Action<ProtoWriter>? ExtraModel { get; init; }
    public Action<ProtoWriter>? ExtraGraph { get; init; }
    public Action<ProtoWriter>? ExtraNode { get; init; }
    public ProtoWriter Initializer { get; init; } = Tensor("weights", [3, 2], MemoryMarshal.AsBytes<float>(Weights).ToArray());

    public byte[] ToBytes()
    {
        var softmax = Node("Softmax", ["logits"], OutputName, "softmax").Text(7, Domain);
        ExtraNode?.Invoke(softmax);
        var graph = new ProtoWriter()
            .Message(1, Node("MatMul", [InputName, "weights"], "logits", "product"))
            .Message(1, softmax)
            .Text(2, "tiny")
            .Message(5, Initializer)
            .Message(11, Value(InputName, InputType, InputDims))
            .Message(12, Value(OutputName, Float, OutputDims));
        ExtraGraph?.Invoke(graph);
        var model = new ProtoWriter()
            .Integer(1, 8)
            .Message(7, graph)
            .Message(8, new ProtoWriter().Text(1, "").Integer(2, Opset));
        ExtraModel?.Invoke(model);
        return model.ToArray();
    }

    public static ProtoWriter Tensor(string name, long[] dims, byte[] raw, int type = Float)
    {
        var tensor = new ProtoWriter();
        foreach (var dim in dims)
            tensor.Integer(1, dim);
        return tensor.Integer(2, type).Text(8, name).Bytes(9, raw);
    }

    public static ProtoWriter Node(string operation, string[] inputs, string output, string name)
    {
        var node = new ProtoWriter();
        foreach (var input in inputs)
            node.Text(1, input);
        return node.Text(2, output).Text(3, name).Text(4, operation);
    }

    public static ProtoWriter Value(string name, int type, long[] dims)
    {
        var shape = new ProtoWriter();
        foreach (var dim in dims)
            shape.Message(1, dim < 0 ? new ProtoWriter().Text(2, "N") : new ProtoWriter().Integer(1, dim));
        var tensor = new ProtoWriter().Integer(1, type).Message(2, shape);
        return new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(1, tensor));
    }
}
