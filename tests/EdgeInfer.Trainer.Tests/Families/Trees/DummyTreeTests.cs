using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Families.Trees;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Tests.Families.Trees;

/// <summary>Data from which nothing can be learnt still give a model that answers like ML.NET's.</summary>
public sealed class DummyTreeTests
{
    private static readonly int[] WithoutClassTwo = [.. TreeSamples.Data.Labels.Select(label => Math.Min(label, 1))];

    private static readonly double[] Constant = [.. TreeSamples.Data.Targets.Select(_ => 4.5)];

    [Theory]
    [InlineData("three classes")]
    [InlineData("forest three classes")]
    [InlineData("lightgbm three classes")]
    [InlineData("lightgbm one-versus-all")]
    public void AClassThatNeverOccursKeepsParity(string kind) =>
        RequireParity(TreeSamples.Training(kind).Classify(TreeSamples.Data.Rows, WithoutClassTwo, ToyRows.Classes, (_, _, _) => { }));

    [Theory]
    [InlineData("regression")]
    [InlineData("forest regression")]
    [InlineData("lightgbm regression")]
    public void ConstantTargetsKeepParity(string kind) =>
        RequireParity(TreeSamples.Training(kind).Regress(TreeSamples.Data.Rows, Constant));

    [Theory]
    [InlineData("binary")]
    [InlineData("three classes")]
    [InlineData("regression")]
    [InlineData("lightgbm binary")]
    [InlineData("lightgbm three classes")]
    [InlineData("lightgbm regression")]
    public void FewerRowsThanALeafMustHoldGiveAConstantModel(string kind)
    {
        var trained = TreeSamples.Train(kind, new ToyRows(4, seed: 1));

        RequireParity(trained);
        Assert.All(trained.Ensemble.Trees, tree => Assert.Single(tree.Leaves.Distinct()));
    }

    [Theory]
    [InlineData("forest binary")]
    [InlineData("forest three classes")]
    [InlineData("forest regression")]
    public void AForestOfFewerRowsThanALeafMustHoldIsRefused(string kind)
    {
        var error = Assert.Throws<InvalidInputException>(() => TreeSamples.Train(kind, new ToyRows(4, seed: 1)));

        Assert.Equal("training windows: 4 are too few for a forest whose leaves hold at least 5 each", error.Message);
    }

    [Theory]
    [InlineData("binary")]
    [InlineData("lightgbm binary")]
    public void FeaturesThatNeverChangeGiveAModelThatIgnoresThem(string kind)
    {
        float[][] rows = [.. TreeSamples.Data.Rows.Select(_ => new float[ToyRows.Features])];
        var trained = TreeSamples.Training(kind).Classify(rows, TreeSamples.Data.BinaryLabels, 2, (_, _, _) => { });

        RequireParity(trained);
        Assert.All(trained.Ensemble.Trees, tree => Assert.Single(tree.Leaves.Distinct()));
    }

    private static void RequireParity(TrainedTrees trained)
    {
        var rows = TreeSamples.RowsWithEdges(trained, TreeSamples.Data, 200);
        var result = TreeParity.Prove(
            "dummies", trained, CompactTreeFile.Write(trained.Ensemble), TreeGraph.Write(trained.Ensemble), rows);

        Assert.Equal((0L, 0.0), (result.LabelMismatches, result.RawScoreDifference));
    }
}
