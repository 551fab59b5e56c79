using System.Runtime.InteropServices;
using EdgeInfer.Trainer.Onnx.Schema;
using Google.Protobuf;

namespace EdgeInfer.Trainer.Onnx;

/// <summary>A graph under construction: nodes in topological order, named initialisers, one input, named outputs.</summary>
internal sealed class OnnxGraph(string name)
{
    public const string MlDomain = "ai.onnx.ml";

    private readonly GraphProto _graph = new() { Name = name };

    public string Input(string name, params ReadOnlySpan<long> shape)
    {
        _graph.Input.Add(Value(name, TensorProto.Types.DataType.Float, shape));
        return name;
    }

    public void Output(string name, TensorProto.Types.DataType type, params ReadOnlySpan<long> shape) =>
        _graph.Output.Add(Value(name, type, shape));

    /// <summary>Adds a node with one output named after it, and returns that name.</summary>
    public string Node(string opType, string output, ReadOnlySpan<string> inputs, params ReadOnlySpan<AttributeProto> attributes) =>
        Node(opType, output, "", inputs, attributes);

    public string Node(
        string opType, string output, string domain, ReadOnlySpan<string> inputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        var node = new NodeProto { OpType = opType, Name = output, Domain = domain };
        foreach (var input in inputs)
            node.Input.Add(input);
        node.Output.Add(output);
        foreach (var attribute in attributes)
            node.Attribute.Add(attribute);
        _graph.Node.Add(node);
        return output;
    }

    /// <summary>Adds an initialiser; an empty shape is a scalar.</summary>
    public string Constant<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        _graph.Initializer.Add(Tensor(name, values, shape));
        return name;
    }

    public byte[] ToModel(int irVersion, int opset, int? mlOpset = null)
    {
        var model = new ModelProto { IrVersion = irVersion, ProducerName = "EdgeInfer", Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = opset });
        if (mlOpset is { } version)
            model.OpsetImport.Add(new OperatorSetIdProto { Domain = MlDomain, Version = version });
        return OnnxProto.Write(model);
    }

    public static TensorProto Tensor<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        var tensor = new TensorProto
        {
            Name = name,
            DataType = (int)TypeOf<T>(),
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values)),
        };
        foreach (var dimension in shape)
            tensor.Dims.Add(dimension);
        return tensor;
    }

    public static ValueInfoProto Value(string name, TensorProto.Types.DataType type, ReadOnlySpan<long> shape)
    {
        var dimensions = new TensorShapeProto();
        foreach (var dimension in shape)
            dimensions.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = dimension });
        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = dimensions } },
        };
    }

    private static TensorProto.Types.DataType TypeOf<T>() => default(T) switch
    {
        float => TensorProto.Types.DataType.Float,
        double => TensorProto.Types.DataType.Double,
        byte => TensorProto.Types.DataType.Uint8,
        sbyte => TensorProto.Types.DataType.Int8,
        int => TensorProto.Types.DataType.Int32,
        long => TensorProto.Types.DataType.Int64,
        _ => throw new ArgumentException($"no ONNX type for {typeof(T)}"),
    };
}
