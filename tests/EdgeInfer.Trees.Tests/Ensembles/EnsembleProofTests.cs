using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trees.Tests.Ensembles;

public class EnsembleProofTests
{
    private static readonly DecisionTree Sound = SmallEnsembles.Tree;

    public static TheoryData<string, string> Faults { get; } = new()
    {
        { nameof(DecisionTree.Output), "section trees, tree 0: output 1 outside 0 to 0" },
        { "negative output", "section trees, tree 0: output -1 outside 0 to 0" },
        { nameof(DecisionTree.Feature), "section trees, tree 0, node 1: feature 2 outside 0 to 1" },
        { nameof(DecisionTree.Threshold), "section trees, tree 0, node 1: threshold is NaN" },
        { "own child", "section trees, tree 0, node 1: child 1 has another parent or is its own ancestor" },
        { "cycle to the root", "section trees, tree 0, node 1: child 0 has another parent or is its own ancestor" },
        { "shared leaf", "section trees, tree 0, node 1: child -1 has another parent or is its own ancestor" },
        { "child past the end", "section trees, tree 0, node 0: child 2 outside -3 to 1" },
        { "leaf past the end", "section trees, tree 0, node 0: child -4 outside -3 to 1" },
        { "lowest child", "section trees, tree 0, node 0: child -2147483648 outside -3 to 1" },
        { "unreachable", "section trees, tree 0, node 1: unreachable from the root" },
        { "infinite leaf", "section leaves, tree 0: leaf 2 is Infinity, not finite" },
        { "too few leaves", "section leaves, tree 0: 2 leaves for 2 nodes" },
        { "too few directions", "section trees, tree 0: 1 directions of missing values for 2 nodes" },
        { "too few rows", "section leafrows, tree 0: 2 row counts for 3 leaves" },
        { "negative rows", "section leafrows, tree 0: leaf 1 has -1 rows" },
        { "scores past float", "section leaves: output 0 can reach 1E+39, more than a float holds" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void AFaultIsNamedWithTreeNodeAndValue(string what, string expected)
    {
        var tree = what switch
        {
            nameof(DecisionTree.Output) => Sound with { Output = 1 },
            "negative output" => Sound with { Output = -1 },
            nameof(DecisionTree.Feature) => Sound with { Feature = [0, 2] },
            nameof(DecisionTree.Threshold) => Sound with { Threshold = [0, float.NaN] },
            "own child" => Sound with { Left = [1, 1] },
            "cycle to the root" => Sound with { Left = [1, 0] },
            "shared leaf" => Sound with { Right = [~2, ~0] },
            "child past the end" => Sound with { Left = [2, ~0] },
            "leaf past the end" => Sound with { Right = [~3, ~1] },
            "lowest child" => Sound with { Right = [int.MinValue, ~1] },
            "unreachable" => Sound with { Left = [~0, ~1], Right = [~2, 1] },
            "infinite leaf" => Sound with { Leaves = [1, 2, double.PositiveInfinity] },
            "too few directions" => Sound with { MissingLeft = [true] },
            "too few rows" => Sound with { LeafRows = [1, 2] },
            "negative rows" => Sound with { LeafRows = [1, -1, 2] },
            "too few leaves" => Sound with { Leaves = [1, 2] },
            _ => Sound with { Leaves = [1, 2, -1e39] },
        };
        var ensemble = SmallEnsembles.Of(tree);

        Assert.Equal(expected, EnsembleProof.FirstFault(ensemble)?.ToString());
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => new TreeModel(ensemble)).Message);
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => CompactTreeFile.Write(ensemble)).Message);
    }

    [Fact]
    public void DepthIsHeldAtItsLimit()
    {
        Assert.Null(EnsembleProof.FirstFault(SmallEnsembles.Of(Chain(EnsembleLimits.Depth))));
        Assert.Equal(
            "section trees, tree 0, node 1024: deeper than 1024",
            EnsembleProof.FirstFault(SmallEnsembles.Of(Chain(EnsembleLimits.Depth + 1)))?.ToString());
    }

    [Fact]
    public void EveryOutputNeedsATree()
    {
        var ensemble = SmallEnsembles.Of(Sound) with { OutputCount = 2 };

        Assert.Equal("section trees: output 1 has no tree", EnsembleProof.FirstFault(ensemble)?.ToString());
    }

    [Fact]
    public void SoftmaxNeedsTwoOutputs()
    {
        var ensemble = SmallEnsembles.Of(Sound) with { Link = new EnsembleLink.Softmax() };

        Assert.Equal("section header: softmax of a single output", EnsembleProof.FirstFault(ensemble)?.ToString());
    }

    [Fact]
    public void ACalibrationForEachOutputIsAsked()
    {
        var ensemble = SmallEnsembles.Of(Sound) with { Link = new EnsembleLink.Platt([new(1, 0), new(1, 0)]) };

        Assert.Equal("section calibration: 2 calibrations for 1 outputs", EnsembleProof.FirstFault(ensemble)?.ToString());
    }

    private static DecisionTree Chain(int nodes)
    {
        var left = Enumerable.Range(1, nodes).Select(child => child == nodes ? ~nodes : child).ToArray();
        var right = Enumerable.Range(0, nodes).Select(leaf => ~leaf).ToArray();
        return new(0, new int[nodes], new float[nodes], left, right, new double[nodes + 1]);
    }
}
