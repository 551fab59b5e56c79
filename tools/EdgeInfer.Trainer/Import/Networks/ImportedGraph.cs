using EdgeInfer.Onnx.Scan;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Onnx.Simplification;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Import.Networks;

/// <summary>
/// A foreign network as the device runs it: the input channel-major as windows are, one output of probabilities [1, labels],
/// and the layers simplified.
/// </summary>
internal static class ImportedGraph
{
    private const string AddedSoftmax = "probabilities";

    /// <param name="file">The file.</param>
    /// <param name="layout">Of its input.</param>
    /// <param name="original">Which of its outputs is kept, and what that is.</param>
    /// <exception cref="Core.Errors.InvalidInputException">An operator outside the set, or one that can't be folded.</exception>
    public static SimplifiedGraph Rewrite(NetworkFile file, InputLayout layout, OriginalClassifier original)
    {
        var model = file.Model.Clone();
        var graph = model.Graph;
        // A converter's shapes of tensors, with batches left open, would contradict the one window.
        graph.ValueInfo.Clear();
        graph.Input.Clear();
        graph.Input.Add(OnnxGraph.Value(file.Input, DataType.Float, layout.Shape));
        if (layout.Permutation is { } permutation)
            Transpose(graph, file.Input, permutation);
        var answers = original.Output;
        if (original.OutputShape is not [1, _])
            answers = Append(graph, "Flatten", $"{answers}_flat", answers, OnnxAttribute.Of("axis", 0));
        if (original.Form == AnswerForm.Logits)
            answers = Append(graph, "Softmax", AddedSoftmax, answers, OnnxAttribute.Of("axis", 1));
        graph.Output.Clear();
        graph.Output.Add(OnnxGraph.Value(answers, DataType.Float, [1, Shapes.ElementCount(original.OutputShape)!.Value]));
        return SimplifiedGraph.Simplify(file with { Model = model, InputShape = layout.Shape });
    }

    private static void Transpose(GraphProto graph, string input, int[] permutation)
    {
        var transposed = Free(graph, $"{input}_channels_last");
        foreach (var node in graph.Node)
        {
            for (var i = 0; i < node.Input.Count; i++)
                node.Input[i] = node.Input[i] == input ? transposed : node.Input[i];
        }

        graph.Node.Insert(0, Node("Transpose", transposed, input, OnnxAttribute.Of("perm", permutation.Select(axis => (long)axis))));
    }

    private static string Append(GraphProto graph, string operation, string wanted, string input, AttributeProto attribute)
    {
        var output = Free(graph, wanted);
        graph.Node.Add(Node(operation, output, input, attribute));
        return output;
    }

    private static NodeProto Node(string operation, string output, string input, AttributeProto attribute)
    {
        var node = new NodeProto { OpType = operation, Name = output };
        node.Input.Add(input);
        node.Output.Add(output);
        node.Attribute.Add(attribute);
        return node;
    }

    /// <summary>The name, or one like it that no tensor of the graph has.</summary>
    private static string Free(GraphProto graph, string wanted)
    {
        HashSet<string> taken =
        [
            .. graph.Node.SelectMany(node => node.Output),
            .. graph.Initializer.Select(tensor => tensor.Name), .. graph.Input.Select(input => input.Name),
        ];
        while (!taken.Add(wanted))
            wanted += "_";
        return wanted;
    }
}
