using EdgeInfer.Benchmarks.Xgboost;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.Tests.Xgboost;

public class XgboostNodesTests
{
    [Fact]
    public void TheRightChildStandsAfterTheLeftOne()
    {
        var tree = new DecisionTree(0, [7, 8, 9], [1, 2, 3], [2, ~0, ~2], [1, ~1, ~3], [10, 11, 12, 13])
        {
            MissingLeft = [true, false, false],
        };

        var nodes = XgboostNodes.Of(tree);

        Assert.All(nodes.Where(node => node.Left >= 0), node => Assert.Equal(node.Left + 1, node.Right));
        Assert.Equal(new XgboostNode(int.MaxValue, 1, 2, 7, MathF.BitIncrement(1), true), nodes[0]);
        Assert.Equal([7, 9, 8, 0, 0, 0, 0], nodes.Select(node => node.Feature));
        Assert.Equal([12f, 13, 10, 11], nodes.Skip(3).Select(node => node.Condition));
        Assert.Equal([1, 1, 2, 2], nodes.Skip(3).Select(node => node.Parent));
    }
}
