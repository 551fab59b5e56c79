using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Trainer.Import.Graphs;
using EdgeInfer.Trainer.Import.Proof;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Tests.Import;

/// <summary>Files that are not imported, and the line that says why.</summary>
public sealed class RefusalTests
{
    private const string Node = "foreign.onnx: node 'raw' (TreeEnsembleRegressor): ";

    [Theory]
    [InlineData("cycle", "tree 0, node 0: has two parents or is its own ancestor")]
    [InlineData("two parents", "tree 0, node 1: has two parents or is its own ancestor")]
    [InlineData("no such child", "tree 0, node 0: child 99 is no node of its tree")]
    [InlineData("feature", "tree 0, node 0: feature 6 outside 0 to 5")]
    [InlineData("negative feature", "tree 0, node 0: feature -1 outside 0 to 5")]
    [InlineData("categorical", "tree 0, node 0: mode BRANCH_EQ: categorical splits are not imported")]
    [InlineData("unknown mode", "tree 0, node 0: mode 'BRANCH_?' is unknown")]
    [InlineData("nan threshold", "tree 0, node 0: threshold is NaN")]
    [InlineData("short", "attribute 'nodes_modes' has 4 values, not 5")]
    [InlineData("twice", "tree 0, node 3: stands twice")]
    [InlineData("no vote", "tree 0, node 3: is a leaf without a vote")]
    [InlineData("two votes", "tree 0, node 3: votes twice for target 0")]
    [InlineData("other target", "tree 0, node 3: votes for target 5, outside 0 to 0")]
    [InlineData("infinite weight", "tree 0, node 3: weight Infinity is not finite")]
    [InlineData("vote of a split", "tree 0, node 1: votes but is no leaf")]
    public void SpoiltTreesAreNamedByNode(string spoilt, string reason)
    {
        Assert.Equal(Node + reason, Error(Spoilt(spoilt)));
    }

    [Theory]
    [InlineData("aggregate_function", "MIN", "aggregate_function 'MIN'; SUM and AVERAGE are imported")]
    [InlineData("aggregate_function", "MAX", "aggregate_function 'MAX'; SUM and AVERAGE are imported")]
    [InlineData("post_transform", "PROBIT", "post_transform 'PROBIT'; NONE, LOGISTIC, SOFTMAX are imported")]
    [InlineData("post_transform", "SOFTMAX_ZERO", "post_transform 'SOFTMAX_ZERO'; NONE, LOGISTIC, SOFTMAX are imported")]
    public void FunctionsOutsideTheSetAreNamed(string attribute, string value, string reason) =>
        Assert.Equal(Node + reason, Error(Regressor([.. Trees(), OnnxAttribute.Of(attribute, value)])));

    [Theory]
    [InlineData("Exp", "operator Exp on (raw scores) is not among those that are imported")]
    [InlineData("Greater", "operator Greater on (raw scores) is not among those that are imported")]
    public void AnUnknownOperatorIsNamed(string operation, string reason) => Assert.Equal(
        $"foreign.onnx: node 'out' ({operation}): {reason}",
        Error(ForeignFile.Bytes(
            graph => graph.Node(operation, "out", [graph.Node("TreeEnsembleRegressor", "raw", OnnxGraph.MlDomain, ["input"], Trees())]),
            ["out"])));

    [Fact]
    public void AnotherOperatorThanTreesIsNamed() => Assert.Equal(
        "foreign.onnx: node 'out' (LinearRegressor): operator ai.onnx.ml.LinearRegressor on (features) "
        + "is not among those that are imported",
        Error(ForeignFile.Bytes(graph => graph.Node("LinearRegressor", "out", OnnxGraph.MlDomain, ["input"]), ["out"])));

    [Theory]
    [InlineData(new[] { "a", "b" }, "foreign.onnx: 3 classes (a, b, c), the task has 2: a, b")]
    [InlineData(new[] { "a", "b", "d" }, "foreign.onnx: class 'c' of a, b, c is no label of the task: a, b, d")]
    public void OtherClassesThanTheTasksAreNamed(string[] labels, string expected) => Assert.Equal(
        expected,
        Assert.Throws<InvalidInputException>(() => ForeignFile.Import(Softmax("SOFTMAX"), TaskKind.Classification, labels)).Message);

    [Fact]
    public void ScoresThatAreNoProbabilitiesAreRefused() => Assert.Contains(
        "its scores are no probabilities",
        Assert.Throws<InvalidInputException>(() => ForeignFile.Import(Softmax("NONE"), TaskKind.Classification, "a", "b", "c")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ATruncatedFileIsRefusedWhereverItEnds()
    {
        var bytes = Softmax("SOFTMAX");
        for (var length = 1; length < bytes.Length; length += 37)
            Assert.StartsWith("foreign.onnx: ", Assert.Throws<InvalidInputException>(
                () => ForeignFile.Import(bytes[..length], TaskKind.Classification, "a", "b", "c")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFlippedBitIsRefusedOrGivesAModelThatRuns()
    {
        var bytes = Softmax("SOFTMAX");
        var (refused, ran) = (0, 0);
        for (var bit = 0; bit < bytes.Length * 8; bit += 53)
        {
            var flipped = bytes.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                var file = OnnxFile.Parse(flipped, ForeignFile.Name);
                var imported = EdgeInfer.Trainer.Import.ImportedModel.Read(
                    file, ForeignTrees.Features, TaskKind.Classification, ForeignFile.Named("a", "b", "c"));
                using var original = new OriginalTrees(file, imported.Traced);
                original.Answer([new float[ForeignTrees.Features]]);
                ran++;
            }
            catch (InvalidInputException error)
            {
                Assert.StartsWith("foreign.onnx: ", error.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', error.Message);
                refused++;
            }
        }

        Assert.True(refused > 50 && ran > 50, $"{refused} refused, {ran} ran");
    }

    [Fact]
    public void AModelThatAnswersOtherwiseThanItsFileIsRefused()
    {
        var file = OnnxFile.Parse(Regressor(Trees()), ForeignFile.Name);
        var imported = EdgeInfer.Trainer.Import.ImportedModel.Read(file, ForeignTrees.Features, TaskKind.Regression, []);
        var tree = imported.Ensemble.Trees[0];
        var spoilt = imported.Ensemble with
        {
            Trees = [tree with { Threshold = [MathF.BitIncrement(tree.Threshold[0]), .. tree.Threshold[1..]] }],
        };
        using var original = new OriginalTrees(file, imported.Traced);
        using var model = new EdgeInfer.Trees.Engines.TreeModel(spoilt);

        var error = Assert.Throws<InvalidInputException>(() => ImportProof.Run(
            file.Name, original, model, imported.Columns, ProofRows.Of(spoilt, [new float[ForeignTrees.Features]], 5), imported.Tolerance));

        Assert.StartsWith("foreign.onnx: no parity with ONNX Runtime: row ", error.Message, StringComparison.Ordinal);
    }

    private static string Error(byte[] bytes) =>
        Assert.Throws<InvalidInputException>(() => ForeignFile.Import(bytes, TaskKind.Regression)).Message;

    private static byte[] Regressor(AttributeProto[] attributes) =>
        ForeignFile.Bytes(graph => graph.Node("TreeEnsembleRegressor", "raw", OnnxGraph.MlDomain, ["input"], attributes), ["raw"]);

    private static byte[] Softmax(string transform)
    {
        var trees = new ForeignTrees(3, ["BRANCH_LEQ"], random => [random.NextDouble() - 0.5], trees: 6, depth: 3);
        return ForeignFile.Classifier(
            [
                .. trees.Attributes("class", tree => tree % 3), OnnxAttribute.Of("post_transform", transform),
                OnnxAttribute.Of("classlabels_strings", ["a", "b", "c"]),
            ],
            _ => { }, ["label", "scores"]);
    }

    private static AttributeProto[] Trees() => SpoiltTrees("nothing");

    private static byte[] Spoilt(string how) => Regressor(SpoiltTrees(how));

    /// <summary>Node 0 and 1 split, 2, 3 and 4 are leaves.</summary>
    private static AttributeProto[] SpoiltTrees(string how)
    {
        long[] nodes = [0, 1, 2, 3, how == "twice" ? 3 : 4];
        long[] features = [how == "feature" ? 6 : how == "negative feature" ? -1 : 0, 1, 0, 0, 0];
        string[] modes =
        [
            how == "categorical" ? "BRANCH_EQ" : how == "unknown mode" ? "BRANCH_?" : "BRANCH_LEQ", "BRANCH_LT", "LEAF", "LEAF", "LEAF",
        ];
        double[] values = [how == "nan threshold" ? double.NaN : 0.5, 1.5, 0, 0, 0];
        long[] trues = [how == "no such child" ? 99 : 1, how == "cycle" ? 0 : 3, 0, 0, 0];
        long[] falses = [how == "two parents" ? 1 : 2, 4, 0, 0, 0];
        List<(long Node, long Target, double Weight)> votes =
        [
            (2, 0, 1), (3, how == "other target" ? 5 : 0, how == "infinite weight" ? double.PositiveInfinity : 2), (4, 0, 3),
        ];
        if (how == "no vote")
            votes.RemoveAt(1);
        if (how == "two votes")
            votes.Add((3, 0, 1));
        if (how == "vote of a split")
            votes.Insert(0, (1, 0, 1));
        return
        [
            OnnxAttribute.Of("n_targets", 1),
            OnnxAttribute.Of("nodes_treeids", new long[5]),
            OnnxAttribute.Of("nodes_nodeids", nodes), OnnxAttribute.Of("nodes_featureids", features),
            OnnxAttribute.Of("nodes_modes", how == "short" ? modes[..4] : modes), ForeignTrees.Floats("nodes_values", values),
            OnnxAttribute.Of("nodes_truenodeids", trues), OnnxAttribute.Of("nodes_falsenodeids", falses),
            OnnxAttribute.Of("target_treeids", votes.Select(_ => 0L)), OnnxAttribute.Of("target_nodeids", votes.Select(v => v.Node)),
            OnnxAttribute.Of("target_ids", votes.Select(v => v.Target)), ForeignTrees.Floats("target_weights", votes.Select(v => v.Weight)),
        ];
    }
}
