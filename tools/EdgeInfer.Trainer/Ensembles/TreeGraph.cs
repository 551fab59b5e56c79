using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trees.Ensembles;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Ensembles;

/// <summary>
/// Writes an ensemble as ONNX: ai.onnx.ml TreeEnsembleRegressor (version 3) in double, which is exact to ML.NET, then
/// the link as plain operators. Outputs: <c>raw_scores</c>, and for classes <c>probabilities</c> and <c>label</c>.
/// </summary>
internal static class TreeGraph
{
    public const string RawScores = "raw_scores";
    public const string Probabilities = "probabilities";

    private const int IrVersion = 8;
    private const int Opset = 17;
    private const int MlOpset = 3;

    public static byte[] Write(TreeEnsemble ensemble)
    {
        var graph = new OnnxGraph("trees");
        var input = graph.Input("input", 1, ensemble.FeatureCount);
        var wide = graph.Node("Cast", "input_double", [input], OnnxAttribute.Of("to", (long)DataType.Double));
        var isMean = ensemble.Aggregation == Aggregation.Mean;
        var sums = graph.Node(
            "TreeEnsembleRegressor", isMean ? "sums" : RawScores, OnnxGraph.MlDomain, [wide], [.. TreeNodeTable.Of(ensemble)]);
        if (isMean)
        {
            float[] counts = [.. Enumerable.Range(0, ensemble.OutputCount).Select(o => (float)ensemble.Trees.Count(t => t.Output == o))];
            graph.Node("Div", RawScores, [sums, graph.Constant<float>("trees_an_output", counts, 1, ensemble.OutputCount)]);
        }

        graph.Output(RawScores, DataType.Float, 1, ensemble.OutputCount);
        WriteLink(graph, ensemble);
        return graph.ToModel(IrVersion, Opset, MlOpset);
    }

    private static void WriteLink(OnnxGraph graph, TreeEnsemble ensemble)
    {
        var outputs = ensemble.OutputCount;
        switch (ensemble.Link)
        {
            case EnsembleLink.Identity:
                return;
            case EnsembleLink.Platt platt:
                Normalize(graph, PlattShares(graph, platt.Outputs), outputs);
                return;
            case EnsembleLink.ClampedShare:
                var low = graph.Constant<float>("low", [0f]);
                var high = graph.Constant<float>("high", [1f]);
                Normalize(graph, graph.Node("Clip", "shares", [RawScores, low, high]), outputs);
                return;
            case EnsembleLink.Softmax:
                Softmax(graph);
                Decide(graph, outputs);
                return;
            default:
                throw new ArgumentException($"no graph for the link {ensemble.Link}");
        }
    }

    /// <summary>In double, as the tree engine computes it: in float, ONNX Runtime's sigmoid is off by 3e-5 after normalisation.</summary>
    private static string PlattShares(OnnxGraph graph, IReadOnlyList<PlattCalibration> calibrations)
    {
        var slopes = graph.Constant<double>("slopes", [.. calibrations.Select(c => -c.Slope)], 1, calibrations.Count);
        var offsets = graph.Constant<double>("offsets", [.. calibrations.Select(c => -c.Offset)], 1, calibrations.Count);
        var wide = graph.Node("Cast", "raw_scores_double", [RawScores], OnnxAttribute.Of("to", (long)DataType.Double));
        var shifted = graph.Node("Add", "shifted", [graph.Node("Mul", "scaled", [wide, slopes]), offsets]);
        var shares = graph.Node("Sigmoid", "shares_double", [shifted]);
        return graph.Node("Cast", "shares", [shares], OnnxAttribute.Of("to", (long)DataType.Float));
    }

    private static void Normalize(OnnxGraph graph, string shares, int outputs)
    {
        if (outputs == 1)
        {
            var rest = graph.Node("Sub", "rest", [graph.Constant<float>("one", [1f]), shares]);
            graph.Node("Concat", Probabilities, [rest, shares], OnnxAttribute.Of("axis", 1));
        }
        else
        {
            // In double, as the tree engine divides: sums that differ in their last bit would break ties differently.
            var wide = graph.Node("Cast", "shares_wide", [shares], OnnxAttribute.Of("to", (long)DataType.Double));
            var axes = graph.Constant<long>("class_axis", [1L], 1);
            var sum = graph.Node("ReduceSum", "sum", [wide, axes], OnnxAttribute.Of("keepdims", 1));
            // Shares that are all 0 become uniform: 1/C in place of each, then the division by 1.
            var none = graph.Node("Equal", "none", [sum, graph.Constant<double>("zero", [0.0])]);
            var uniform = graph.Constant<double>("uniform", [.. Enumerable.Repeat((double)(1f / outputs), outputs)], 1, outputs);
            var numerator = graph.Node("Where", "numerator", [none, uniform, wide]);
            var denominator = graph.Node("Where", "denominator", [none, graph.Constant<double>("one", [1.0]), sum]);
            var quotient = graph.Node("Div", "quotient", [numerator, denominator]);
            graph.Node("Cast", Probabilities, [quotient], OnnxAttribute.Of("to", (long)DataType.Float));
        }

        Decide(graph, Math.Max(outputs, 2));
    }

    /// <summary>In double, as the tree engine computes it: close scores stay apart.</summary>
    private static void Softmax(OnnxGraph graph)
    {
        var wide = graph.Node("Cast", "raw_scores_double", [RawScores], OnnxAttribute.Of("to", (long)DataType.Double));
        var shares = graph.Node("Softmax", "shares_double", [wide], OnnxAttribute.Of("axis", 1));
        graph.Node("Cast", Probabilities, [shares], OnnxAttribute.Of("to", (long)DataType.Float));
    }

    private static void Decide(OnnxGraph graph, int classes)
    {
        graph.Node("ArgMax", "label", [Probabilities], OnnxAttribute.Of("axis", 1), OnnxAttribute.Of("keepdims", 0));
        graph.Output(Probabilities, DataType.Float, 1, classes);
        graph.Output("label", DataType.Int64, 1);
    }
}
