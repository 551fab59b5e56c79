using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trees.Ensembles;
using Google.Protobuf;

namespace EdgeInfer.Trainer.Tests.Import;

/// <summary>Files in the form in which onnxmltools and skl2onnx write the models of LightGBM, XGBoost and scikit-learn.</summary>
public sealed class ConverterFormTests
{
    private static readonly string[] ClassNames = ["idle", "walk", "run"];

    private static double[] Mixed(Random random) => [random.NextDouble() * 2 - 1];

    [Fact]
    public void LightGbmBinaryIsOnePlattOutput()
    {
        var trees = new ForeignTrees(1, ["BRANCH_LEQ"], Mixed);
        var bytes = ForeignFile.Classifier(
            [
                .. trees.Attributes("class"),
                OnnxAttribute.Of("post_transform", "LOGISTIC"),
                OnnxAttribute.Of("classlabels_int64s", [0L, 1L]),
            ],
            graph =>
            {
                graph.Node("Cast", "output_label", ["label"], OnnxAttribute.Of("to", 7));
                graph.Node(
                    "ZipMap", "output_probability", OnnxGraph.MlDomain, ["scores"], OnnxAttribute.Of("classlabels_int64s", [0L, 1L]));
            },
            ["output_label", "output_probability"]);

        var (model, proof) = ForeignFile.Prove(bytes, TaskKind.Classification, "idle", "walk");

        Assert.Equal((1, 2), (model.Ensemble.OutputCount, model.Ensemble.PredictionCount));
        Assert.IsType<EnsembleLink.Platt>(model.Ensemble.Link);
        Assert.InRange(proof.Rows, 16_000, long.MaxValue);
    }

    [Theory]
    [InlineData("idle", "walk")]
    [InlineData("walk", "idle")]
    public void ClassNamesMayStandInAnotherOrderThanTheTasks(string first, string second)
    {
        var trees = new ForeignTrees(2, ["BRANCH_LEQ"], Mixed);
        var bytes = ForeignFile.Classifier(
            [
                .. trees.Attributes("class"),
                OnnxAttribute.Of("post_transform", "LOGISTIC"),
                OnnxAttribute.Of("classlabels_strings", [first, second]),
            ],
            graph => graph.Node(
                "ZipMap", "output_probability", OnnxGraph.MlDomain, ["scores"], OnnxAttribute.Of("classlabels_strings", [first, second])),
            ["label", "output_probability"]);

        var (model, _) = ForeignFile.Prove(bytes, TaskKind.Classification, "idle", "walk");

        Assert.Equal(first == "idle" ? [0, 1] : [1, 0], model.Columns);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LightGbmAndXgBoostMulticlassIsSoftmax(bool withBase)
    {
        var trees = new ForeignTrees(3, withBase ? ["BRANCH_LT"] : ["BRANCH_LEQ"], Mixed);
        var bytes = ForeignFile.Classifier(
            [
                .. trees.Attributes("class", tree => tree % 3), OnnxAttribute.Of("post_transform", "SOFTMAX"),
                OnnxAttribute.Of("classlabels_strings", ClassNames),
                .. withBase
                    ? [ForeignTrees.Floats("base_values", 0.5, 0.5, 0.25)]
                    : Array.Empty<AttributeProto>(),
            ],
            graph =>
                graph.Node("ZipMap", "probabilities", OnnxGraph.MlDomain, ["scores"], OnnxAttribute.Of("classlabels_strings", ClassNames)),
            ["label", "probabilities"]);

        var (model, proof) = ForeignFile.Prove(bytes, TaskKind.Classification, ClassNames);

        Assert.IsType<EnsembleLink.Softmax>(model.Ensemble.Link);
        Assert.Equal(12 + (withBase ? 3 : 0), model.Ensemble.Trees.Count);
        Assert.InRange(proof.Difference, 0, 1e-5);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(-1.5)]
    public void XgBoostBinaryAddsItsBaseValue(double baseValue)
    {
        var trees = new ForeignTrees(4, ["BRANCH_LT"], Mixed);
        var bytes = ForeignFile.Classifier(
            [
                .. trees.Attributes("class"), OnnxAttribute.Of("post_transform", "LOGISTIC"),
                OnnxAttribute.Of("classlabels_int64s", [0L, 1L]), ForeignTrees.Floats("base_values", baseValue),
            ],
            _ => { }, ["label", "scores"]);

        var (model, _) = ForeignFile.Prove(bytes, TaskKind.Classification, "idle", "walk");

        Assert.Equal(baseValue, Assert.Single(model.Ensemble.Trees[^1].Leaves));
    }

    [Fact]
    public void WeightsWithoutANegativeOneAreSharesAndUnderLogisticBelievedAgainstTheLabel()
    {
        var trees = new ForeignTrees(5, ["BRANCH_LEQ"], random => [random.NextDouble() / 12]);
        byte[] Bytes(string transform) => ForeignFile.Classifier(
            [.. trees.Attributes("class"), OnnxAttribute.Of("post_transform", transform), OnnxAttribute.Of("classlabels_int64s", [0L, 1L])],
            _ => { }, ["label", "scores"]);

        Assert.IsType<EnsembleLink.ClampedShare>(
            ForeignFile.Prove(Bytes("NONE"), TaskKind.Classification, "idle", "walk").Model.Ensemble.Link);
        var (logistic, proof) = ForeignFile.Prove(Bytes("LOGISTIC"), TaskKind.Classification, "idle", "walk");
        Assert.IsType<EnsembleLink.Platt>(logistic.Ensemble.Link);
        // ONNX Runtime names a class only above a raw score of 0.5, though its probability passes 0.5 at 0.
        Assert.InRange(proof.Contradictions, 1, proof.Rows - 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ScikitLearnForestOfThreeClassesIsAShareOfThree(bool isDouble)
    {
        var trees = new ForeignTrees(6, ["BRANCH_LEQ"], Shares, tracksMissing: false, isDouble);
        var bytes = ForeignFile.Classifier(
            [
                .. trees.Attributes("class"),
                OnnxAttribute.Of("post_transform", "NONE"),
                OnnxAttribute.Of("classlabels_int64s", [0L, 1L, 2L]),
            ],
            graph =>
            {
                graph.Node("Cast", "output_label", ["label"], OnnxAttribute.Of("to", 7));
                graph.Node(
                    "ZipMap", "output_probability", OnnxGraph.MlDomain, ["scores"], OnnxAttribute.Of("classlabels_int64s", [0L, 1L, 2L]));
            },
            ["output_label", "output_probability"], isDouble);

        var (model, proof) = ForeignFile.Prove(bytes, TaskKind.Classification, ClassNames);

        Assert.IsType<EnsembleLink.ClampedShare>(model.Ensemble.Link);
        Assert.Equal(36, model.Ensemble.Trees.Count);
        Assert.InRange(proof.Difference, 0, 1e-6);
    }

    [Fact]
    public void LightGbmRandomForestDividesAndJoinsAfterTheTrees()
    {
        var trees = new ForeignTrees(7, ["BRANCH_LEQ"], random => [random.NextDouble() * 100 / 12]);
        var bytes = ForeignFile.Classifier(
            [.. trees.Attributes("class"), OnnxAttribute.Of("post_transform", "NONE"), OnnxAttribute.Of("classlabels_int64s", [0L, 1L])],
            graph =>
            {
                graph.Constant<long>("column", [1L], 1);
                graph.Constant<float>("hundred", [100f]);
                graph.Constant<float>("one", [1f]);
                graph.Constant<long>("classes", [0L, 1L], 2);
                graph.Constant<long>("flat", [-1L], 1);
                graph.Node("ArrayFeatureExtractor", "first", OnnxGraph.MlDomain, ["scores", "column"]);
                graph.Node("Div", "share", ["first", "hundred"]);
                graph.Node("Sub", "rest", ["one", "share"]);
                graph.Node("Concat", "probabilities", ["rest", "share"], OnnxAttribute.Of("axis", 1));
                graph.Node("ArgMax", "best", ["probabilities"], OnnxAttribute.Of("axis", 1));
                graph.Node("ArrayFeatureExtractor", "named", OnnxGraph.MlDomain, ["classes", "best"]);
                graph.Node("Reshape", "output_label", ["named", "flat"]);
            },
            ["output_label", "probabilities"]);

        var (model, _) = ForeignFile.Prove(bytes, TaskKind.Classification, "idle", "walk");

        Assert.Equal((1, 2), (model.Ensemble.OutputCount, model.Ensemble.PredictionCount));
    }

    [Theory]
    [InlineData("idle", "walk", "run")]
    [InlineData("run", "idle", "walk")]
    public void ClassesNamedBehindTheTreesAreMatchedByName(params string[] classes)
    {
        var trees = new ForeignTrees(11, ["BRANCH_LEQ"], Shares, tracksMissing: false);
        var bytes = ForeignFile.Classifier(
            [.. trees.Attributes("class"), OnnxAttribute.Of("classlabels_int64s", [0L, 1L, 2L])],
            graph =>
            {
                graph.Node("ArgMax", "best", ["scores"], OnnxAttribute.Of("axis", 1), OnnxAttribute.Of("keepdims", 0));
                graph.Node("ArrayFeatureExtractor", "named", OnnxGraph.MlDomain, ["classes", "best"]);
            },
            ["named", "scores"]);

        var (model, proof) = ForeignFile.Prove(WithNames(bytes, "classes", classes), TaskKind.Classification, ClassNames);

        Assert.Equal(ClassNames.Select(name => Array.IndexOf(classes, name)), model.Columns);
        Assert.Equal(0, proof.Contradictions);
    }

    [Fact]
    public void ARegressorWithSigmoidAndItsComplementIsBinary()
    {
        var bytes = ForeignFile.Bytes(
            graph =>
            {
                OneSigmoid(graph);
                graph.Node("Sub", "negative", [graph.Constant<float>("one", [1f]), "positive"]);
                graph.Node("Concat", "probabilities", ["negative", "positive"], OnnxAttribute.Of("axis", 1));
                graph.Node("ArgMax", "label", ["probabilities"], OnnxAttribute.Of("axis", 1), OnnxAttribute.Of("keepdims", 0));
            },
            ["probabilities", "label"]);

        Assert.IsType<EnsembleLink.Platt>(ForeignFile.Prove(bytes, TaskKind.Classification, "idle", "walk").Model.Ensemble.Link);
    }

    [Fact]
    public void OneSigmoidForTwoLabelsIsRefusedByItsCount()
    {
        var bytes = ForeignFile.Bytes(OneSigmoid, ["positive"]);

        Assert.Equal(
            "foreign.onnx: 1 classes, the task has 2: idle, walk",
            Assert.Throws<InvalidInputException>(() => ForeignFile.Import(bytes, TaskKind.Classification, "idle", "walk")).Message);
    }

    [Fact]
    public void NormalizedSigmoidsOfSeveralTargetsAreOneVersusTheRest()
    {
        var trees = new ForeignTrees(9, ["BRANCH_LEQ"], Mixed);
        var bytes = ForeignFile.Bytes(
            graph =>
            {
                graph.Node("TreeEnsembleRegressor", "raw", OnnxGraph.MlDomain, ["input"],
                    [
                        .. trees.Attributes("target", tree => tree % 3),
                        OnnxAttribute.Of("n_targets", 3),
                        OnnxAttribute.Of("post_transform", "LOGISTIC"),
                    ]);
                graph.Node("Normalizer", "probabilities", OnnxGraph.MlDomain, ["raw"], OnnxAttribute.Of("norm", "L1"));
            },
            ["probabilities"]);

        var (model, _) = ForeignFile.Prove(bytes, TaskKind.Classification, ClassNames);

        Assert.Equal(3, Assert.IsType<EnsembleLink.Platt>(model.Ensemble.Link).Outputs.Count);
    }

    [Theory]
    [InlineData("SUM", false)]
    [InlineData("AVERAGE", false)]
    [InlineData("SUM", true)]
    [InlineData("AVERAGE", true)]
    public void ARegressionIsWithinItsTolerance(string aggregate, bool isDouble)
    {
        var trees = new ForeignTrees(10, ["BRANCH_LEQ"], random => [random.NextDouble() * 200 - 100], isDouble: isDouble);
        var bytes = ForeignFile.Bytes(
            graph => graph.Node("Identity", "variable", [graph.Node("TreeEnsembleRegressor", "raw", OnnxGraph.MlDomain, ["input"],
                [.. trees.Attributes("target"), OnnxAttribute.Of("n_targets", 1), OnnxAttribute.Of("aggregate_function", aggregate)])]),
            ["variable"], isDouble);

        var (model, proof) = ForeignFile.Prove(bytes, TaskKind.Regression);

        Assert.Equal(isDouble && aggregate == "SUM", model.Tolerance == 0);
        Assert.InRange(proof.Difference, 0, model.Tolerance);
    }

    [Fact]
    public void ARealXgBoostRegressorKeepsItsAnswers()
    {
        var file = File.ReadAllBytes(Path.Combine(Repository.SharedData("onnx_models"), "tests", "xgboost", "test_xgb.onnx"));

        var (model, proof) = ForeignFile.Prove(file, TaskKind.Regression);

        Assert.InRange(proof.Rows, 16_000, long.MaxValue);
        Assert.InRange(proof.Difference / model.Tolerance, 0, 0.2);
        TestContext.Current.TestOutputHelper!.WriteLine($"{model.Ensemble.Trees.Count} trees: {proof}");
    }

    private static byte[] WithNames(byte[] file, string constant, string[] names)
    {
        var model = ModelProto.Parser.ParseFrom(file);
        var tensor = new TensorProto { Name = constant, DataType = (int)TensorProto.Types.DataType.String };
        tensor.Dims.Add(names.Length);
        tensor.StringData.AddRange(names.Select(ByteString.CopyFromUtf8));
        model.Graph.Initializer.Add(tensor);
        return model.ToByteArray();
    }

    private static double[] Shares(Random random)
    {
        double[] shares = [random.NextDouble(), random.NextDouble(), random.NextDouble()];
        return [.. shares.Select(share => share / shares.Sum() / 12)];
    }

    private static void OneSigmoid(OnnxGraph graph)
    {
        graph.Node(
            "TreeEnsembleRegressor", "raw", OnnxGraph.MlDomain, ["input"],
            [.. new ForeignTrees(8, ["BRANCH_LEQ"], Mixed).Attributes("target"), OnnxAttribute.Of("n_targets", 1)]);
        graph.Node("Sigmoid", "positive", ["raw"]);
    }
}
