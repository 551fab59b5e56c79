using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Families.Trees;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Tests.Families.Trees;

public sealed class TreeParityTests
{
    [Theory]
    [InlineData("binary")]
    [InlineData("three classes")]
    [InlineData("regression")]
    [InlineData("forest binary")]
    [InlineData("forest three classes")]
    [InlineData("forest regression")]
    [InlineData("lightgbm binary")]
    [InlineData("lightgbm three classes")]
    [InlineData("lightgbm one-versus-all")]
    [InlineData("lightgbm regression")]
    public void CompactFileAndOnnxScoreLikeMlNet(string kind) => RequireParity(kind, TreeSamples.Data);

    [Theory]
    [InlineData("binary")]
    [InlineData("forest regression")]
    [InlineData("lightgbm binary")]
    [InlineData("lightgbm three classes")]
    [InlineData("lightgbm regression")]
    public void TheyScoreLikeMlNetWhereNaNWasInTheTrainingRows(string kind) => RequireParity(kind, TreeSamples.WithMissing);

    [Theory]
    [InlineData("binary", "leaf", "compact")]
    [InlineData("three classes", "leaf", "onnx")]
    [InlineData("regression", "leaf", "both")]
    [InlineData("forest three classes", "leaf", "compact")]
    [InlineData("forest regression", "leaf", "onnx")]
    [InlineData("binary", "threshold", "onnx")]
    [InlineData("three classes", "threshold", "compact")]
    [InlineData("regression", "threshold", "both")]
    [InlineData("forest binary", "threshold", "compact")]
    [InlineData("forest regression", "threshold", "onnx")]
    [InlineData("lightgbm three classes", "leaf", "compact")]
    [InlineData("lightgbm three classes", "leaf", "onnx")]
    [InlineData("lightgbm regression", "threshold", "both")]
    [InlineData("lightgbm binary", "threshold", "onnx")]
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

    [Theory]
    [InlineData("compact")]
    [InlineData("onnx")]
    public void AnotherDirectionOfNaNIsFound(string where)
    {
        var trained = TreeSamples.Train("lightgbm regression", TreeSamples.WithMissing);
        var (sound, tree) = (trained.Ensemble, trained.Ensemble.Trees[0]);
        bool[] turned = [!tree.MissingLeft![0], .. tree.MissingLeft.Skip(1)];
        var spoilt = sound with { Trees = [tree with { MissingLeft = turned }, .. sound.Trees.Skip(1)] };
        var rows = TreeSamples.RowsWithEdges(trained, TreeSamples.WithMissing, 300);

        Assert.Throws<InvalidInputException>(() => TreeParity.Prove(
            "spoilt",
            trained,
            CompactTreeFile.Write(where == "onnx" ? sound : spoilt),
            TreeGraph.Write(where == "onnx" ? spoilt : sound),
            rows));
    }

    [Fact]
    public void AnotherCalibrationIsFoundThoughRawScoresAreEqual()
    {
        var trained = TreeSamples.Train("three classes", TreeSamples.Data);
        var calibrations = ((EnsembleLink.Platt)trained.Ensemble.Link).Outputs;
        var spoilt = trained.Ensemble with
        {
            Link = new EnsembleLink.Platt([calibrations[0] with { Offset = 3 }, .. calibrations.Skip(1)]),
        };

        var error = Assert.Throws<InvalidInputException>(() => TreeParity.Prove(
            "spoilt", trained, CompactTreeFile.Write(spoilt), TreeGraph.Write(spoilt), TreeSamples.Data.Rows));

        Assert.Contains("raw scores differ by 0,", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(" 0 labels differ", error.Message, StringComparison.Ordinal);
    }

    private static void RequireParity(string kind, ToyRows data)
    {
        var trained = TreeSamples.Train(kind, data);
        var rows = TreeSamples.RowsWithEdges(trained, data, 16_000);

        var result = TreeParity.Prove(kind, trained, CompactTreeFile.Write(trained.Ensemble), TreeGraph.Write(trained.Ensemble), rows);

        Assert.Contains(trained.Ensemble.Trees, tree => tree.NodeCount > 1);
        Assert.Equal((rows.Length, 0L, 0.0), (result.Rows, result.LabelMismatches, result.RawScoreDifference));
        Assert.InRange(result.ProbabilityDifference, 0, 1e-6);
    }

    /// <summary>A leaf that <paramref name="row"/> reaches, raised by one unit in the last place of that row's raw score.</summary>
    private static TreeEnsemble WithAnotherLeaf(TreeEnsemble ensemble, float[] row)
    {
        using var model = new TreeModel(ensemble);
        var raw = new float[ensemble.OutputCount];
        model.Score(row, raw);
        var tree = ensemble.Trees[0];
        var node = 0;
        while (node >= 0)
            node = row[tree.Feature[node]] <= tree.Threshold[node] ? tree.Left[node] : tree.Right[node];
        double[] leaves = [.. tree.Leaves];
        var trees = ensemble.Aggregation == Aggregation.Mean ? ensemble.Trees.Count(t => t.Output == tree.Output) : 1;
        leaves[~node] += trees * ((double)MathF.BitIncrement(raw[tree.Output]) - raw[tree.Output]);
        var changed = tree with { Leaves = leaves };
        return ensemble with { Trees = [changed, .. ensemble.Trees.Skip(1)] };
    }

    /// <summary>The deepest split of the last tree, which few rows reach, lowered by one unit in the last place.</summary>
    private static TreeEnsemble WithAnotherThreshold(TreeEnsemble ensemble)
    {
        var tree = ensemble.Trees[^1];
        float[] thresholds = [.. tree.Threshold.SkipLast(1), MathF.BitDecrement(tree.Threshold[^1])];
        var changed = tree with { Threshold = thresholds };
        return ensemble with { Trees = [.. ensemble.Trees.SkipLast(1), changed] };
    }
}
