using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Tests.Families.Trees;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Ensembles;

public sealed class TreeGraphTests
{
    [Theory]
    [InlineData("regression")]
    [InlineData("forest regression")]
    [InlineData("lightgbm regression")]
    public void RegressionInOnnxIsMlNetsScoreAsFloat(string kind)
    {
        var trained = TreeSamples.Train(kind, TreeSamples.Data);
        var rows = new ToyRows(500, seed: 77).Rows;
        var expected = trained.MlNet.RawScores(rows)[0];
        using var model = OnnxModel.Load(TreeGraph.Write(trained.Ensemble), kind, TreeGraph.RawScores);
        float[] found = [.. rows.Select(row =>
        {
            var score = new float[1];
            model.Predict(row, score);
            return score[0];
        })];

        Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), found.Select(BitConverter.SingleToInt32Bits));
        Assert.InRange(found.Distinct().Count(), 20, 500);
    }

    [Fact]
    public void TreesAreWrittenInDoubleForTheVersionsStated()
    {
        var ensemble = TreeSamples.Train("three classes", TreeSamples.Data).Ensemble;
        var model = ModelProto.Parser.ParseFrom(TreeGraph.Write(ensemble));

        Assert.Equal(8, model.IrVersion);
        Assert.Equal([("", 17L), (OnnxGraph.MlDomain, 3L)], model.OpsetImport.Select(o => (o.Domain, o.Version)));
        var trees = Assert.Single(model.Graph.Node, node => node.OpType == "TreeEnsembleRegressor");
        foreach (var name in new[] { "nodes_values_as_tensor", "target_weights_as_tensor" })
            Assert.Equal((int)TensorProto.Types.DataType.Double, Assert.Single(trees.Attribute, a => a.Name == name).T.DataType);
        Assert.Equal(
            ensemble.Trees.Sum(tree => tree.Leaves.Length), Assert.Single(trees.Attribute, a => a.Name == "target_ids").Ints.Count);
        Assert.Equal(["raw_scores", "probabilities", "label"], model.Graph.Output.Select(output => output.Name));
        Assert.DoesNotContain(trees.Attribute, attribute => attribute.Name == "nodes_missing_value_tracks_true");
    }

    [Fact]
    public void ARegressionHasNoProbabilities()
    {
        var model = ModelProto.Parser.ParseFrom(TreeGraph.Write(TreeSamples.Train("regression", TreeSamples.Data).Ensemble));

        Assert.Equal([TreeGraph.RawScores], model.Graph.Output.Select(output => output.Name));
    }

    [Fact]
    public void MissingDirectionsAreThoseOfTheTrees()
    {
        var ensemble = TreeSamples.Train("lightgbm three classes", TreeSamples.WithMissing).Ensemble;
        var model = ModelProto.Parser.ParseFrom(TreeGraph.Write(ensemble));

        var trees = Assert.Single(model.Graph.Node, node => node.OpType == "TreeEnsembleRegressor");
        var found = Assert.Single(trees.Attribute, attribute => attribute.Name == "nodes_missing_value_tracks_true").Ints;
        Assert.Equal(
            ensemble.Trees.SelectMany(
                tree => (tree.MissingLeft ?? new bool[tree.NodeCount]).Select(left => left ? 1L : 0).Concat(tree.Leaves.Select(_ => 0L))),
            found);
        Assert.Contains(1L, found);
        Assert.Equal(["raw_scores", "probabilities", "label"], model.Graph.Output.Select(output => output.Name));
        Assert.Contains(model.Graph.Node, node => node.OpType == "Softmax");
    }
}
