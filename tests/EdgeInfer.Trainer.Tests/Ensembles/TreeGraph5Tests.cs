using EdgeInfer.Core.Tasks;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Import;
using EdgeInfer.Trainer.Import.Graphs;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Tests.Families.Trees;
using EdgeInfer.Trainer.Tests.Support.Ensembles;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Tests.Ensembles;

public sealed class TreeGraph5Tests
{
    [Theory]
    [InlineData("binary", false)]
    [InlineData("three classes", true)]
    [InlineData("regression", true)]
    [InlineData("regression forest", false)]
    public void RawScoresAreBitEqualToTheReference(string kind, bool withMissing)
    {
        var trained = TreeSamples.Train(kind, TreeSamples.Data);
        var ensemble = withMissing ? WithMissing(trained.Ensemble) : trained.Ensemble;
        using var reference = new TreeModel(ensemble);
        using var onnx = OnnxModel.Load(TreeGraph5.Write(ensemble), kind);
        var (expected, found) = (new float[ensemble.OutputCount], new float[ensemble.OutputCount]);
        foreach (var row in TreeSamples.RowsWithEdges(trained, TreeSamples.Data, 4_000))
        {
            reference.Score(row, expected);
            onnx.Predict(row, found);
            Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), found.Select(BitConverter.SingleToInt32Bits));
        }
    }

    [Fact]
    public void WhatWasWrittenIsImportedUnchanged()
    {
        var trained = WithMissing(TreeSamples.Train("regression", TreeSamples.Data).Ensemble);
        var ensemble = trained with { Trees = [.. trained.Trees, new DecisionTree(0, [], [], [], [], [0.25])] };
        var file = OnnxFile.Parse(TreeGraph5.Write(ensemble), "ours.onnx");

        var imported = ImportedModel.Read(file, ensemble.FeatureCount, TaskKind.Regression, []);

        Assert.Equal(0, imported.Tolerance);
        Assert.Equal(ensemble.Trees.Select(Described), imported.Ensemble.Trees.Select(Described));
    }

    [Fact]
    public void TheFileIsSmallerThanThatOfVersion3()
    {
        var ensemble = TreeSamples.Train("three classes", TreeSamples.Data).Ensemble;
        var bytes = TreeGraph5.Write(ensemble);
        var model = ModelProto.Parser.ParseFrom(bytes);

        Assert.Equal(10, model.IrVersion);
        Assert.Equal([("", 21L), (OnnxGraph.MlDomain, 5L)], model.OpsetImport.Select(o => (o.Domain, o.Version)));
        Assert.InRange(bytes.Length, 1, TreeGraph.Write(ensemble).Length * 2 / 3);
    }

    private static TreeEnsemble WithMissing(TreeEnsemble ensemble) => ensemble with
    {
        Trees = [.. ensemble.Trees.Select(
            (tree, index) => tree with { MissingLeft = [.. Enumerable.Range(0, tree.NodeCount).Select(node => (node + index) % 3 != 0)] })],
    };

    /// <summary>Every way through the tree, which stays the same when nodes are numbered otherwise.</summary>
    private static string Described(DecisionTree tree)
    {
        return Below(tree.NodeCount == 0 ? ~0 : 0);

        string Below(int node) => node < 0
            ? FormattableString.Invariant($"{tree.Leaves[~node]:R}")
            : FormattableString.Invariant($"({tree.Feature[node]} {tree.Threshold[node]:R} {tree.MissingLeft?[node]} ")
                + FormattableString.Invariant($"{Below(tree.Left[node])} {Below(tree.Right[node])})");
    }
}
