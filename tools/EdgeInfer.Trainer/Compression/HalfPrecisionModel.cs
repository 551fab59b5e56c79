using System.Runtime.InteropServices;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Onnx.Simplification;
using Google.Protobuf;
using Google.Protobuf.Collections;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Compression;

/// <summary>A network in float16 between a Cast of its input and one of each output.</summary>
internal static class HalfPrecisionModel
{
    /// <exception cref="InvalidInputException">A weight is beyond 65,504, the largest half.</exception>
    public static byte[] Write(SimplifiedGraph network)
    {
        var model = network.Model.Clone();
        var graph = model.Graph;
        foreach (var tensor in graph.Initializer.Where(tensor => tensor.DataType == (int)DataType.Float))
            Halve(tensor, network.Name);
        Dictionary<string, string> renamed = new() { [network.Source.Input] = $"{network.Source.Input}_half" };
        foreach (var output in graph.Output)
            renamed[output.Name] = $"{output.Name}_half";
        foreach (var node in graph.Node)
        {
            Rename(node.Input, renamed);
            Rename(node.Output, renamed);
        }

        graph.Node.Insert(0, Cast(network.Source.Input, renamed[network.Source.Input], DataType.Float16));
        graph.Node.AddRange(graph.Output.Select(output => Cast(renamed[output.Name], output.Name, DataType.Float)));
        return OnnxProto.Write(model);
    }

    private static void Halve(TensorProto tensor, string file)
    {
        Half[] values = Array.ConvertAll(TensorValues.Of(tensor, file), value => (Half)Bounded(value));
        if (Array.Exists(values, value => !Half.IsFinite(value)))
            throw new InvalidInputException(file, $"weights '{tensor.Name}' reach beyond {Half.MaxValue}, the largest number of 16 bits");
        tensor.DataType = (int)DataType.Float16;
        tensor.FloatData.Clear();
        tensor.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    /// <summary>A Clip that is open at one side has the extremes of float there.</summary>
    private static float Bounded(float value) => Math.Abs(value) == float.MaxValue ? MathF.CopySign((float)Half.MaxValue, value) : value;

    private static void Rename(RepeatedField<string> names, Dictionary<string, string> renamed)
    {
        for (var i = 0; i < names.Count; i++)
            names[i] = renamed.GetValueOrDefault(names[i], names[i]);
    }

    private static NodeProto Cast(string from, string to, DataType type)
    {
        var node = new NodeProto { OpType = "Cast", Name = $"{to}_cast" };
        node.Input.Add(from);
        node.Output.Add(to);
        node.Attribute.Add(OnnxAttribute.Of("to", (long)type));
        return node;
    }
}
