using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Tests.Import;

/// <summary>A forest of two classes as sklearn-onnx writes it. ONNX Runtime answers label 1 beside probabilities of 0.9 and 0.1.</summary>
public sealed class TwoClassForestTests
{
    [Fact]
    public void ProbabilitiesAreBelievedAndContradictionsCounted()
    {
        var (model, proof) = ForeignFile.Prove(Forest([0L, 1L]), TaskKind.Classification, "empty", "busy");

        Assert.IsType<EnsembleLink.ClampedShare>(model.Ensemble.Link);
        Assert.InRange(proof.Contradictions, 1, proof.Rows - 1);
        Assert.Equal([0.9f, 0.1f], Probabilities(model.Ensemble, first: 0), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([0.1f, 0.9f], Probabilities(model.Ensemble, first: 1), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void ClassesInAnotherOrderAreExchanged()
    {
        var (model, _) = ForeignFile.Prove(Forest([1L, 0L]), TaskKind.Classification, "empty", "busy");

        Assert.Equal([0.1f, 0.9f], Probabilities(model.Ensemble, first: 0), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void ALabelThatContradictsEveryProbabilityIsRefused() => Assert.Contains(
        "its label contradicts its own scores on each of ", Refusal(-1, -1), StringComparison.Ordinal);

    [Theory]
    [InlineData(-1, -1, -1)]
    [InlineData(1, 1, 0.5f)]
    public void OfThreeClassesOneContradictionIsEnough(float first, float second, float third)
    {
        var message = Refusal(first, second, third);

        Assert.Contains(": its label is class ", message, StringComparison.Ordinal);
        Assert.EndsWith("so labels or scores are named wrong; nothing was imported", message, StringComparison.Ordinal);
    }

    /// <summary>The label is that of the largest score times its factor.</summary>
    private static string Refusal(params float[] factors)
    {
        var classes = factors.Length;
        long[] names = [.. Enumerable.Range(0, classes).Select(name => (long)name)];
        var trees = new ForeignTrees(6, ["BRANCH_LEQ"], random => Shares(random, classes), tracksMissing: false);
        var bytes = ForeignFile.Classifier(
            [.. trees.Attributes("class"), OnnxAttribute.Of("classlabels_int64s", names)],
            graph =>
            {
                graph.Constant<long>("classes", names, names.Length);
                graph.Constant<float>("factors", factors, classes);
                graph.Node("Mul", "weighed", ["scores", "factors"]);
                graph.Node("ArgMax", "largest", ["weighed"], OnnxAttribute.Of("axis", 1), OnnxAttribute.Of("keepdims", 0));
                graph.Node("ArrayFeatureExtractor", "named", OnnxGraph.MlDomain, ["classes", "largest"]);
            },
            ["named", "scores"]);
        string[] labels = ["a", "b", "c"];

        return Assert.Throws<InvalidInputException>(
            () => ForeignFile.Prove(bytes, TaskKind.Classification, labels[..classes])).Message;
    }

    private static float[] Probabilities(TreeEnsemble ensemble, float first)
    {
        using var model = new TreeModel(ensemble);
        var probabilities = new float[2];
        model.Predict([first, 0, 0, 0, 0, 0], probabilities);
        return probabilities;
    }

    private static double[] Shares(Random random, int classes)
    {
        double[] shares = [.. Enumerable.Range(0, classes).Select(_ => random.NextDouble())];
        return [.. shares.Select(share => share / shares.Sum() / 12)];
    }

    /// <summary>Ten trees of one split; both leaves vote for both classes.</summary>
    private static byte[] Forest(long[] classes)
    {
        const int Trees = 10;
        List<(long Tree, long Node, long Class, double Weight)> votes = [];
        for (var tree = 0; tree < Trees; tree++)
        {
            votes.AddRange([(tree, 1, 0, 0.9 / Trees), (tree, 1, 1, 0.1 / Trees)]);
            votes.AddRange([(tree, 2, 0, 0.1 / Trees), (tree, 2, 1, 0.9 / Trees)]);
        }

        IEnumerable<T> Each<T>(params T[] nodes) => Enumerable.Repeat(nodes, Trees).SelectMany(three => three);
        return ForeignFile.Classifier(
            [
                OnnxAttribute.Of("nodes_treeids", Enumerable.Range(0, 3 * Trees).Select(i => (long)(i / 3))),
                OnnxAttribute.Of("nodes_nodeids", Each(0L, 1L, 2L)), OnnxAttribute.Of("nodes_featureids", Each(0L, 0L, 0L)),
                OnnxAttribute.Of("nodes_modes", Each("BRANCH_LEQ", "LEAF", "LEAF")), ForeignTrees.Floats("nodes_values", Each(0.5, 0, 0)),
                OnnxAttribute.Of("nodes_truenodeids", Each(1L, 0L, 0L)), OnnxAttribute.Of("nodes_falsenodeids", Each(2L, 0L, 0L)),
                OnnxAttribute.Of("class_treeids", votes.Select(v => v.Tree)), OnnxAttribute.Of("class_nodeids", votes.Select(v => v.Node)),
                OnnxAttribute.Of("class_ids", votes.Select(v => v.Class)),
                ForeignTrees.Floats("class_weights", votes.Select(v => v.Weight)),
                OnnxAttribute.Of("classlabels_int64s", classes), OnnxAttribute.Of("post_transform", "NONE"),
            ],
            _ => { },
            ["label", "scores"]);
    }
}
