using EdgeInfer.Core.Tasks;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Tests.Import;

/// <summary>Random ensembles of every mode, default direction and number of targets, against ONNX Runtime on the file.</summary>
public sealed class RandomEnsembleTests
{
    public static TheoryData<int, bool, bool> Cases()
    {
        TheoryData<int, bool, bool> cases = [];
        for (var seed = 0; seed < 6; seed++)
            cases.Add(100 + seed, seed % 2 == 0, seed % 3 != 0);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void RawScoresAreTheOriginals(int seed, bool isDouble, bool tracksMissing)
    {
        var trees = new ForeignTrees(
            seed, ForeignTrees.Numerical, random => [random.NextDouble() * 20 - 10], tracksMissing, isDouble, trees: 20, depth: 6);
        AttributeProto[] attributes = [.. trees.Attributes("target"), OnnxAttribute.Of("n_targets", 1)];

        var (model, proof) = ForeignFile.Prove(
            ForeignFile.Bytes(
                graph => graph.Node("TreeEnsembleRegressor", "raw", OnnxGraph.MlDomain, ["input"], attributes), ["raw"], isDouble),
            TaskKind.Regression);

        Assert.InRange(proof.Rows, 16_000, long.MaxValue);
        Assert.InRange(proof.Difference, 0, isDouble ? 0 : model.Tolerance);
        Assert.Contains(model.Ensemble.Trees, tree => tree.MissingLeft is { } missing && missing.Contains(true) && missing.Contains(false));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void LeavesOfSeveralTargetsAreATreeForEach(int seed, bool isDouble, bool tracksMissing)
    {
        var trees = new ForeignTrees(seed, ForeignTrees.Numerical, Three, tracksMissing, isDouble, trees: 10, depth: 5);
        AttributeProto[] attributes =
        [
            .. trees.Attributes("target"), OnnxAttribute.Of("n_targets", 3), OnnxAttribute.Of("post_transform", "SOFTMAX"),
        ];

        var (model, proof) = ForeignFile.Prove(
            ForeignFile.Bytes(
                graph => graph.Node("TreeEnsembleRegressor", "scores", OnnxGraph.MlDomain, ["input"], attributes), ["scores"], isDouble),
            TaskKind.Classification, "a", "b", "c");

        Assert.Equal((30, 3), (model.Ensemble.Trees.Count, model.Ensemble.OutputCount));
        Assert.IsType<EnsembleLink.Softmax>(model.Ensemble.Link);
        Assert.InRange(proof.Difference, 0, 1e-6);
    }

    private static double[] Three(Random random) => [random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5];
}
