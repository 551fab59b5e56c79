using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Engines.Sums;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Tests.Engines.Sums;

public class SumBoundTests
{
    /// <summary>Added in order, 1 loses each 1e-16 that comes after it; added first, they reach the next double.</summary>
    [Fact]
    public void ASumNextToAHalfwayPointIsLeftToTheOrderedWalk()
    {
        var halfway = 1 + Math.ScaleB(1, -24);
        var bound = new SumBound(Constants([halfway, .. Enumerable.Repeat(1e-16, 20)]));

        Assert.False(bound.TryRound(0, halfway, out _));
        Assert.False(bound.TryRound(0, Math.BitIncrement(halfway), out _));
        Assert.True(bound.TryRound(0, 1 + Math.ScaleB(1, -26), out var rounded));
        Assert.Equal(1f, rounded);
    }

    [Theory]
    [InlineData(TreeKernel.Walk)]
    [InlineData(TreeKernel.Reference)]
    public void WhereTheOrderOfAdditionsDecidesTheScoreIsTheEnsemblesOwn(TreeKernel kernel)
    {
        var halfway = 1 + Math.ScaleB(1, -24);
        double[] leaves = [halfway, .. Enumerable.Repeat(1e-16, 20)];
        foreach (var order in new[] { leaves, [.. leaves.Reverse()] })
        {
            using var model = new TreeModel(Constants(order), kernel);
            var raw = new float[1];

            model.Score([0f], raw);

            Assert.Equal((float)order.Aggregate(0.0, (sum, leaf) => sum + leaf), raw[0]);
        }

        Assert.NotEqual((float)leaves.Aggregate(0.0, (a, b) => a + b), (float)leaves.Reverse().Aggregate(0.0, (a, b) => a + b));
    }

    private static TreeEnsemble Constants(double[] leaves) => new(
        1, 1, [.. leaves.Select(leaf => new DecisionTree(0, [], [], [], [], [leaf]))], Aggregation.Sum, new EnsembleLink.Identity());
}
