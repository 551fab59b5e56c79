using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Tests.Families.Trees;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Tests.Ensembles;

public sealed class LeafRowCountTests
{
    [Fact]
    public void EachRowIsCountedInTheLeafThatItReaches()
    {
        var tree = new DecisionTree(0, [0, 1], [1f, 0f], [1, ~0], [~2, ~1], [0.5, -1, 2]) { MissingLeft = [true, false] };
        var ensemble = new TreeEnsemble(
            2, 1, [tree, new DecisionTree(0, [], [], [], [], [7])], Aggregation.Sum, new EnsembleLink.Identity());
        float[][] rows = [[1, 0], [1, -0f], [2, 0], [float.NaN, 1], [float.NaN, float.NaN], [float.PositiveInfinity, 0]];

        var counted = LeafRowCount.In(ensemble, rows);

        Assert.Equal([2, 2, 2], counted.Trees[0].LeafRows!);
        Assert.Equal([6], counted.Trees[1].LeafRows!);
        Assert.Null(ensemble.Trees[0].LeafRows);
    }

    /// <summary>LightGBM only estimates the rows of a leaf where classes are learnt, and may fall short by a few.</summary>
    [Theory]
    [InlineData("three classes")]
    [InlineData("regression")]
    [InlineData("lightgbm regression")]
    public void NoLeafOfABoostedTreeHoldsFewerRowsThanTheTrainerWasTold(string kind)
    {
        var counted = LeafRowCount.In(TreeSamples.Train(kind, TreeSamples.Data).Ensemble, TreeSamples.Data.Rows);

        Assert.All(counted.Trees, tree => Assert.Equal(TreeSamples.Data.Rows.Length, tree.LeafRows!.Sum()));
        Assert.All(counted.Trees, tree => Assert.InRange(tree.LeafRows!.Min(), TreeSamples.Tiny.MinimumWindowsPerLeaf, int.MaxValue));
    }
}
