using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trees.Tests.Files;

public class ReadingMemoryTests
{
    [Theory]
    [InlineData(100_000, 0)]
    [InlineData(40_000, 1)]
    [InlineData(2_000, 63)]
    [InlineData(1, 100_000)]
    public void MemoryStaysBelowItsBoundHoweverSmallTheFile(int trees, int nodes)
    {
        var file = CompactTreeFile.Write(Alike(trees, nodes));
        CompactTreeFile.Read(CompactTreeFile.Write(Alike(1, 1)), "a.trees");

        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = CompactTreeFile.Read(file, "a.trees");
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(trees, read.Trees.Count);
        Assert.InRange(file.Length, 0, ((trees * 16) + (trees * nodes * 8)) / 2);
        Assert.InRange(taken, 0, CompactTreeFile.ReadingMemory(trees, trees * nodes));
        Assert.InRange(CompactTreeFile.ReadingMemory(trees, trees * nodes), 0, 3 * taken);
    }

    /// <summary>Trees all the same, which packing makes smallest; each balanced, as a heap numbers its nodes.</summary>
    private static TreeEnsemble Alike(int trees, int nodes)
    {
        var left = Enumerable.Range(0, nodes).Select(node => Child((2 * node) + 1)).ToArray();
        var right = Enumerable.Range(0, nodes).Select(node => Child((2 * node) + 2)).ToArray();
        var tree = new DecisionTree(0, new int[nodes], new float[nodes], left, right, new double[nodes + 1])
        {
            LeafRows = new int[nodes + 1],
            MissingLeft = [.. Enumerable.Repeat(true, nodes)],
        };
        return new(1, 1, [.. Enumerable.Repeat(tree, trees)], Aggregation.Sum, new EnsembleLink.Identity());

        int Child(int at) => at < nodes ? at : ~(at - nodes);
    }
}
