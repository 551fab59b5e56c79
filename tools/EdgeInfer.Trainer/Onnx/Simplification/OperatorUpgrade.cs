using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx.Schema;
using static EdgeInfer.Trainer.Onnx.Schema.AttributeProto.Types;

namespace EdgeInfer.Trainer.Onnx.Simplification;

/// <summary>
/// Rewrites nodes of opset 7 to 16 as opset 17 has them, since quantisation per channel came with 13: attributes of
/// Clip, Squeeze, Unsqueeze, Pad and Slice became inputs, and Softmax and LogSoftmax no longer flatten.
/// </summary>
internal static class OperatorUpgrade
{
    private const long Target = 17;
    private const long IrVersion = 8;
    private const long SoftmaxStopsFlattening = 13;

    public static void Apply(ModelProto model, IReadOnlyDictionary<string, long[]> shapes, string file)
    {
        var set = model.OpsetImport.First(import => import.Domain is "" or "ai.onnx");
        var from = set.Version;
        foreach (var node in model.Graph.Node)
            Upgrade(node, from, model.Graph, shapes, file);
        set.Version = Math.Max(from, Target);
        model.OpsetImport.Clear();
        model.OpsetImport.Add(set);
        model.IrVersion = Math.Max(model.IrVersion, IrVersion);
    }

    private static void Upgrade(NodeProto node, long from, GraphProto graph, IReadOnlyDictionary<string, long[]> shapes, string file)
    {
        switch (node.OpType)
        {
            case "Clip":
                FloatInput(node, graph, 1, "min", float.MinValue);
                FloatInput(node, graph, 2, "max", float.MaxValue);
                break;
            case "Squeeze" or "Unsqueeze":
                IntegersInput(node, graph, 1, "axes");
                break;
            case "Pad":
                IntegersInput(node, graph, 1, "pads");
                FloatInput(node, graph, 2, "value", 0);
                break;
            case "Slice":
                IntegersInput(node, graph, 1, "starts");
                IntegersInput(node, graph, 2, "ends");
                IntegersInput(node, graph, 3, "axes");
                break;
            case "Softmax" or "LogSoftmax" when from < SoftmaxStopsFlattening:
                UpgradeSoftmax(node, shapes[node.Input[0]].Length, file);
                break;
        }
    }

    private static void UpgradeSoftmax(NodeProto node, int rank, string file)
    {
        var axis = new NodeAttributes(node, file).Integer("axis", 1);
        if (axis != rank - 1 && axis != -1)
            throw new InvalidInputException(
                NodeAttributes.PlaceOf(node, file),
                $"axis {axis} of {rank} dimensions flattens in this operator set; only the last axis is read");
        node.Attribute.Clear();
        node.Attribute.Add(OnnxAttribute.Of("axis", -1));
    }

    private static void FloatInput(NodeProto node, GraphProto graph, int index, string name, float absent)
    {
        if (Take(node, name) is { } attribute)
            AddInput(node, graph, index, OnnxGraph.Tensor<float>(Constant(node, name), [attribute.F]));
        else if (node.Input.Count < index + 1 && node.OpType == "Clip")
            AddInput(node, graph, index, OnnxGraph.Tensor<float>(Constant(node, name), [absent]));
    }

    private static void IntegersInput(NodeProto node, GraphProto graph, int index, string name)
    {
        if (Take(node, name) is { } attribute)
            AddInput(node, graph, index, OnnxGraph.Tensor<long>(Constant(node, name), [.. attribute.Ints], attribute.Ints.Count));
    }

    private static string Constant(NodeProto node, string name) => $"{node.Output[0]}_{name}";

    private static AttributeProto? Take(NodeProto node, string name)
    {
        var found = node.Attribute.FirstOrDefault(
            attribute => attribute.Name == name && attribute.Type is AttributeType.Float or AttributeType.Ints);
        if (found is not null)
            node.Attribute.Remove(found);
        return found;
    }

    private static void AddInput(NodeProto node, GraphProto graph, int index, TensorProto constant)
    {
        if (node.Input.Count != index)
            return;
        graph.Initializer.Add(constant);
        node.Input.Add(constant.Name);
    }
}
