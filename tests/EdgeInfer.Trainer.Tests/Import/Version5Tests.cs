using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trees.Ensembles;
using Google.Protobuf;

namespace EdgeInfer.Trainer.Tests.Import;

/// <summary>TreeEnsemble of version 5 by hand: one split of each mode, leaves for each class.</summary>
public sealed class Version5Tests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EveryModeAndDefaultOfVersion5IsTheOriginals(bool isDouble)
    {
        var (model, proof) = ForeignFile.Prove(Bytes(isDouble, transform: 0, targets: 1), TaskKind.Regression);

        Assert.Equal(8, model.Ensemble.Trees.Count);
        Assert.InRange(proof.Difference, 0, isDouble ? 0 : model.Tolerance);
    }

    [Fact]
    public void SoftmaxAsAnOperatorOfItsOwnIsImported() => Assert.IsType<EnsembleLink.Softmax>(
        ForeignFile.Prove(
            Bytes(isDouble: false, transform: 0, targets: 2, softmax: true), TaskKind.Classification, "a", "b").Model.Ensemble.Link);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ATransformThatTheStandardAndOnnxRuntimeNumberDifferentlyIsRefused(int transform) => Assert.Contains(
        $"post_transform {transform}; only 0 (NONE) is imported of version 5",
        Assert.Throws<InvalidInputException>(
            () => ForeignFile.Import(Bytes(false, transform, 2), TaskKind.Classification, "a", "b")).Message,
        StringComparison.Ordinal);

    private static byte[] Bytes(bool isDouble, int transform, int targets, bool softmax = false)
    {
        const int Trees = 8;
        double[] splits = [.. Enumerable.Range(0, Trees).Select(i => (double)(i * 0.3f - 1))];
        double[] weights = [.. Enumerable.Range(0, 2 * Trees).Select(i => (double)(i * 0.1f - 0.7f))];
        long[] zeros = new long[Trees], ones = [.. Enumerable.Repeat(1L, Trees)];
        TensorProto Numbers(double[] values) => isDouble
            ? OnnxGraph.Tensor<double>("numbers", values, values.Length)
            : OnnxGraph.Tensor<float>("numbers", [.. values.Select(value => (float)value)], values.Length);
        var bytes = ForeignFile.Bytes(
            graph =>
            {
                graph.Node("TreeEnsemble", softmax ? "raw" : "scores", OnnxGraph.MlDomain, ["input"],
                    OnnxAttribute.Of("n_targets", targets), OnnxAttribute.Of("aggregate_function", 1),
                    OnnxAttribute.Of("post_transform", transform),
                    OnnxAttribute.Of("tree_roots", Enumerable.Range(0, Trees).Select(i => (long)i)),
                    OnnxAttribute.Of("nodes_featureids", Enumerable.Range(0, Trees).Select(i => (long)(i % ForeignTrees.Features))),
                    OnnxAttribute.Of("nodes_modes", OnnxGraph.Tensor<byte>("modes", [0, 1, 2, 3, 0, 1, 2, 3], Trees)),
                    OnnxAttribute.Of("nodes_splits", Numbers(splits)),
                    OnnxAttribute.Of("nodes_missing_value_tracks_true", [0L, 0, 0, 0, 1, 1, 1, 1]),
                    OnnxAttribute.Of("nodes_truenodeids", Enumerable.Range(0, Trees).Select(i => 2L * i)),
                    OnnxAttribute.Of("nodes_trueleafs", ones),
                    OnnxAttribute.Of("nodes_falsenodeids", Enumerable.Range(0, Trees).Select(i => 2L * i + 1)),
                    OnnxAttribute.Of("nodes_falseleafs", ones),
                    OnnxAttribute.Of("leaf_targetids", Enumerable.Range(0, 2 * Trees).Select(i => i / 2 % (long)targets)),
                    OnnxAttribute.Of("leaf_weights", Numbers(weights)));
                if (softmax)
                    graph.Node("Softmax", "scores", ["raw"], OnnxAttribute.Of("axis", 1));
            },
            ["scores"], isDouble, opset: 21, mlOpset: 5);
        var model = ModelProto.Parser.ParseFrom(bytes);
        model.IrVersion = 10;
        return model.ToByteArray();
    }
}
