using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Quantization;

namespace EdgeInfer.Benchmarks.Conventions;

/// <summary>Exchanges the weights and biases of a QDQ graph of ours for those of a convention.</summary>
internal static class ConventionWeights
{
    public static void Apply(QdqModel written, Convention convention)
    {
        foreach (var node in written.Plan.Graph.Node.Where(node => NetworkOperators.RoleOf(node) == OperatorRole.Weighted))
            Apply(written, node, convention);
    }

    private static void Apply(QdqModel written, NodeProto node, Convention convention)
    {
        var (plan, graph, name) = (written.Plan, written.Model.Graph, node.Output[0]);
        var tensor = plan.Links.Constant(node.Input[1]);
        var values = TensorValues.Of(tensor, written.Network.Name);
        // Convolutions and Gemm in the form of QGemm have their outputs first.
        var outputs = (int)tensor.Dims[0];
        var scales = Scales(values, convention.PerChannel ? outputs : 1, convention.LargestWeight);
        long[] shape = convention.PerChannel ? [outputs] : [];
        var inner = values.Length / scales.Length;
        Replace(graph, OnnxGraph.Tensor<sbyte>(
            $"{name}_w_q", [.. values.Select((value, i) => (sbyte)Math.Clamp(
                MathF.Round(value / scales[i / inner]), -convention.LargestWeight, convention.LargestWeight))], [.. tensor.Dims]));
        Replace(graph, OnnxGraph.Tensor<float>($"{name}_w_scale", scales, shape));
        Replace(graph, OnnxGraph.Tensor($"{name}_w_zero", new sbyte[scales.Length], shape));
        Dequantize(graph, $"{name}_w_dq", convention);
        if (node.Input.Count < 3)
            return;
        var inputScale = written.Ranges[plan.Owner(node.Input[0])].Scale;
        float[] biasScales = [.. scales.Select(scale => scale * inputScale)];
        var bias = TensorValues.Of(plan.Links.Constant(node.Input[2]), written.Network.Name);
        Replace(graph, OnnxGraph.Tensor<int>(
            $"{name}_b_q", [.. bias.Select((value, i) => Int32(value / (double)biasScales[i % biasScales.Length]))], outputs));
        Replace(graph, OnnxGraph.Tensor<float>($"{name}_b_scale", biasScales, shape));
        Dequantize(graph, $"{name}_b_dq", convention);
    }

    private static float[] Scales(float[] values, int count, int largest) =>
        [.. values.Chunk(values.Length / count)
            .Select(part => part.Max(value => MathF.Abs(value)) is > 0 and var most ? most / largest : 1f / largest)];

    private static int Int32(double steps) => (int)Math.Clamp(Math.Round(steps), int.MinValue, int.MaxValue);

    private static void Dequantize(GraphProto graph, string output, Convention convention)
    {
        var attributes = graph.Node.Single(node => node.Output[0] == output).Attribute;
        if (!convention.PerChannel)
            attributes.Clear();
    }

    private static void Replace(GraphProto graph, TensorProto tensor)
    {
        for (var i = 0; i < graph.Initializer.Count; i++)
        {
            if (graph.Initializer[i].Name != tensor.Name)
                continue;
            graph.Initializer[i] = tensor;
            return;
        }

        throw new ArgumentException($"the graph has no constant '{tensor.Name}'", nameof(tensor));
    }
}
