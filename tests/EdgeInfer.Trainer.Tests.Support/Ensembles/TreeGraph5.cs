using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trees.Ensembles;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Tests.Support.Ensembles;

/// <summary>
/// Writes the raw scores of an ensemble as ONNX ai.onnx.ml TreeEnsemble (version 5) in double: exact as
/// <see cref="TreeGraph"/>'s, in about 2.6 times fewer bytes. Output: <see cref="TreeGraph.RawScores"/>, as float.
/// </summary>
public static class TreeGraph5
{
    private const int IrVersion = 10;
    private const int Opset = 21;
    private const int MlOpset = 5;

    public static byte[] Write(TreeEnsemble ensemble)
    {
        var graph = new OnnxGraph("trees");
        var input = graph.Input("input", 1, ensemble.FeatureCount);
        var wide = graph.Node("Cast", "input_double", [input], OnnxAttribute.Of("to", (long)DataType.Double));
        var sums = graph.Node("TreeEnsemble", "sums_double", OnnxGraph.MlDomain, [wide], [.. SplitTable.Of(ensemble)]);
        var isMean = ensemble.Aggregation == Aggregation.Mean;
        var rounded = graph.Node("Cast", isMean ? "sums" : TreeGraph.RawScores, [sums], OnnxAttribute.Of("to", (long)DataType.Float));
        if (isMean)
        {
            float[] counts = [.. Enumerable.Range(0, ensemble.OutputCount).Select(o => (float)ensemble.Trees.Count(t => t.Output == o))];
            graph.Node("Div", TreeGraph.RawScores, [rounded, graph.Constant<float>("trees_an_output", counts, 1, ensemble.OutputCount)]);
        }

        graph.Output(TreeGraph.RawScores, DataType.Float, 1, ensemble.OutputCount);
        return graph.ToModel(IrVersion, Opset, MlOpset);
    }
}
