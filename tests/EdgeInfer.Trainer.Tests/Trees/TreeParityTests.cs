using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Trees;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Tests.Trees;

public sealed class TreeParityTests
{
    [Theory]
    [InlineData("binary", 2_000)]
    [InlineData("three classes", 16_000)]
    [InlineData("regression", 2_000)]
    [InlineData("binary forest", 2_000)]
    [InlineData("forest of three classes", 2_000)]
    [InlineData("regression forest", 2_000)]
    public void CompactFileAndOnnxScoreLikeMlNet(string kind, int edges)
    {
        var trained = TreeSamples.Train(kind, TreeSamples.Data);
        var rows = TreeSamples.RowsWithEdges(trained, TreeSamples.Data, edges);

        var result = TreeParity.Prove(kind, trained, CompactTreeFile.Write(trained.Ensemble), TreeGraph.Write(trained.Ensemble), rows);

        Assert.Contains(trained.Ensemble.Trees, tree => tree.NodeCount > 1);
        Assert.Equal((rows.Length, 0L, 0.0), (result.Rows, result.LabelMismatches, result.RawScoreDifference));
        Assert.InRange(result.ProbabilityDifference, 0, 1e-6);
    }

    [Theory]
    [InlineData("binary", "leaf", "compact")]
    [InlineData("three classes", "leaf", "onnx")]
    [InlineData("regression", "leaf", "both")]
    [InlineData("forest of three classes", "leaf", "compact")]
    [InlineData("regression forest", "leaf", "onnx")]
    [InlineData("binary", "threshold", "onnx")]
    [InlineData("three classes", "threshold", "compact")]
    [InlineData("regression", "threshold", "both")]
    [InlineData("binary forest", "threshold", "compact")]
    [InlineData("regression forest", "threshold", "onnx")]
    public void OneUnitInTheLastPlaceIsFound(string kind, string changed, string where)
    {
        var trained = TreeSamples.Train(kind, TreeSamples.Data);
        var sound = trained.Ensemble;
        var spoilt = changed == "leaf" ? WithAnotherLeaf(sound, TreeSamples.Data.Rows[0]) : WithAnotherThreshold(sound);
        var compact = CompactTreeFile.Write(where == "onnx" ? sound : spoilt);
        var onnx = TreeGraph.Write(where == "compact" ? sound : spoilt);
        var rows = TreeSamples.RowsWithEdges(trained with { Ensemble = spoilt }, TreeSamples.Data, 300);

        var error = Assert.Throws<InvalidInputException>(() => TreeParity.Prove("spoilt", trained, compact, onnx, rows));

        Assert.StartsWith("spoilt: no parity with ML.NET over ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherCalibrationIsFoundThoughRawScoresAreEqual()
    {
        var trained = TreeSamples.Train("three classes", TreeSamples.Data);
        var calibrations = ((EnsembleLink.Platt)trained.Ensemble.Link).Outputs;
        var spoilt = trained.Ensemble with { Link = new EnsembleLink.Platt([calibrations[0] with { Offset = 3 }, .. calibrations.Skip(1)]) };

        var error = Assert.Throws<InvalidInputException>(() => TreeParity.Prove(
            "spoilt", trained, CompactTreeFile.Write(spoilt), TreeGraph.Write(spoilt), TreeSamples.Data.Rows));

        Assert.Contains("raw scores differ by 0,", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(" 0 labels differ", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A leaf that <paramref name="row"/> reaches, raised by one unit in the last place of that row's raw score.</summary>
    private static TreeEnsemble WithAnotherLeaf(TreeEnsemble ensemble, float[] row)
    {
        using var model = new ReferenceTreeModel(ensemble);
        var raw = new float[ensemble.OutputCount];
        model.Score(row, raw);
        var tree = ensemble.Trees[0];
        var node = 0;
        while (node >= 0)
            node = row[tree.Feature[node]] <= tree.Threshold[node] ? tree.Left[node] : tree.Right[node];
        double[] leaves = [.. tree.Leaves];
        var trees = ensemble.Aggregation == Aggregation.Mean ? ensemble.Trees.Count(t => t.Output == tree.Output) : 1;
        leaves[~node] += trees * ((double)MathF.BitIncrement(raw[tree.Output]) - raw[tree.Output]);
        var changed = new DecisionTree(tree.Output, tree.Feature, tree.Threshold, tree.Left, tree.Right, leaves);
        return ensemble with { Trees = [changed, .. ensemble.Trees.Skip(1)] };
    }

    /// <summary>The deepest split of the last tree, which few rows reach, lowered by one unit in the last place.</summary>
    private static TreeEnsemble WithAnotherThreshold(TreeEnsemble ensemble)
    {
        var tree = ensemble.Trees[^1];
        float[] thresholds = [.. tree.Threshold.SkipLast(1), MathF.BitDecrement(tree.Threshold[^1])];
        var changed = new DecisionTree(tree.Output, tree.Feature, thresholds, tree.Left, tree.Right, tree.Leaves);
        return ensemble with { Trees = [.. ensemble.Trees.SkipLast(1), changed] };
    }
}
