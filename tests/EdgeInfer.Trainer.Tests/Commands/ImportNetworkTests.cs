using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Support.Networks;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Commands;

[Collection<TorchSession>]
[Slow("imports networks and quantises them")]
public sealed class ImportNetworkTests : IDisposable
{
    private static readonly ForeignNetwork Network = new([1, 4, 7], rateHz: 32, length: 32);

    private readonly TinyRecordings _recordings = new();

    [Theory]
    [InlineData("pytorch", false)]
    [InlineData("keras", true)]
    public void ANetworkBecomesABundleWhoseAnswersAreThoseOfItsFile(string form, bool channelsLast)
    {
        var original = channelsLast ? Network.AsKeras() : Network.AsPyTorch();

        var text = ConsoleText.Of(() => Assert.Equal(0, TrainingCommands.Invoke(
            ImportCommand.Create(), Write(original), "--data", _recordings.Data, "--family", form, "--deviation", "2",
            "--out", _recordings.Out)));

        var bundle = BundleReader.Open(Path.Combine(_recordings.Out, $"tiny-{form}-fp32"));
        var manifest = bundle.Manifest;
        Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
        Assert.All(bundle.Golden.Cases, golden => Assert.Equal(1, golden.Output.Sum(), 1e-5));
        Assert.Equal(
            (form, "fp32", "onnx", Standardization.Id),
            (manifest.Family.Name, manifest.Format.Name, manifest.Engine.Name, manifest.Preprocessing.Id));
        Assert.Equal([2, 2], manifest.Preprocessing.Deviation!);
        Assert.Equal(["golden.json", "model.onnx", "original.onnx"], manifest.Files.Select(file => file.Path));
        Assert.Equal(original, File.ReadAllBytes(Path.Combine(_recordings.Out, $"tiny-{form}-fp32", "original.onnx")));
        Assert.Equal($"edgeinfer import net.onnx --data tiny-data --family {form} --deviation 2", manifest.Training.Command);
        Assert.Empty(manifest.Training.Groups);
        Assert.InRange(manifest.Parity.MaxAbsDiff, 0, 1e-5);
        Assert.True(manifest.Metrics.Single(metric => metric.Name == "accuracy").Value > 0.95, text);
        Assert.All(
            manifest.Metrics, metric => Assert.EndsWith("what it was trained on is unknown", metric.Source, StringComparison.Ordinal));
        Assert.Contains(
            channelsLast ? "probabilities in 'y'" : "logits in 'y', behind which softmax was added", text, StringComparison.Ordinal);
    }

    [Fact]
    public void LogarithmsOfProbabilitiesAreLogitsAndStayInFloat()
    {
        using var results = new TemporaryFolder();
        _recordings.Replace("split.csv", "ben,train", "ben,test");
        string[] data = ["--data", _recordings.Data];

        var text = ConsoleText.Of(() =>
            TrainingCommands.Invoke(ImportCommand.Create(), [Write(Network.AsKeras("LogSoftmax")), .. data, "--out", _recordings.Out]));
        TrainingCommands.Invoke(
            CompressCommand.Create(),
            [
                Path.Combine(_recordings.Out, "tiny-imported-fp32"), .. data, "--steps", "int8", "--margin", "100",
                "--out", results.File("int8"),
            ]);

        Assert.Contains("logits in 'y', behind which softmax was added", text, StringComparison.Ordinal);
        var int8 = BundleReader.Open(Path.Combine(results.File("int8"), "tiny-imported-int8"));
        Assert.True(TrainingCommands.AnswersGoldenWindows(int8));
        Assert.True(int8.Manifest.Metrics.Single(metric => metric.Name == "accuracy").Value > 0.95);
    }

    [Fact]
    public void WhoLearnsFromItIsOfUnknownOriginToo()
    {
        _recordings.Replace("split.csv", "ben,train", "ben,test");
        string[] data = ["--data", _recordings.Data];
        TrainingCommands.Invoke(ImportCommand.Create(), [Write(Network.AsPyTorch()), .. data, "--out", _recordings.Out]);
        TrainingCommands.Invoke(NetCommand.Create(), [.. data, "--quick", "--width", "0.5", "--margin", "100", "--out", _recordings.Out]);
        var fp32 = Path.Combine(_recordings.Out, "tiny-cnn-fp32");

        TrainingCommands.Invoke(CompressCommand.Create(), [
            fp32, .. data, "--steps", "distil,int8", "--teacher", Path.Combine(_recordings.Out, "tiny-imported-fp32"),
            "--margin", "100", "--out", _recordings.Out]);

        Assert.False(BundleReader.Open(fp32).Manifest.Training.UnknownOrigin);
        var taught = BundleReader.Open(Path.Combine(_recordings.Out, "tiny-cnn-distilled-int8")).Manifest;
        Assert.True(taught.Training.UnknownOrigin);
        Assert.All(taught.Metrics, metric => Assert.EndsWith("what it was trained on is unknown", metric.Source, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheBundleIsQuantisedComparedAndInspectedButNotPruned(bool channelsLast)
    {
        using var results = new TemporaryFolder();
        _recordings.Replace("split.csv", "ben,train", "ben,test");
        string[] data = ["--data", _recordings.Data];
        TrainingCommands.Invoke(
            ImportCommand.Create(), [Write(channelsLast ? Network.AsKeras() : Network.AsPyTorch()), .. data, "--out", _recordings.Out]);
        var fp32 = Path.Combine(_recordings.Out, "tiny-imported-fp32");
        string[] compress = [fp32, .. data, "--margin", "100", "--out", results.File("compressed")];

        var error = TrainingCommands.Error(
            CompressCommand.Create(), results.File("compressed"), [.. compress, "--steps", "prune:0.4,int8"]);
        TrainingCommands.Invoke(CompressCommand.Create(), [.. compress, "--steps", "int8"]);

        Assert.Contains(
            "only networks that this trainer wrote are pruned, distilled or trained further: ", error, StringComparison.Ordinal);
        var int8 = results.File("compressed/tiny-imported-int8");
        var manifest = BundleReader.Open(int8).Manifest;
        Assert.True(TrainingCommands.AnswersGoldenWindows(BundleReader.Open(int8)));
        Assert.True(manifest.Metrics.Single(metric => metric.Name == "accuracy").Value > 0.95);
        Assert.All(
            manifest.Metrics, metric => Assert.EndsWith("what it was trained on is unknown", metric.Source, StringComparison.Ordinal));
        Assert.NotEmpty(HostComparisons.Compare(fp32, int8, _recordings.Data).Layers);
        Assert.Equal(0, TrainingCommands.Invoke(InspectCommand.Create(), int8));
    }

    [Fact]
    public void AnInputOfAnotherShapeIsNamedWithBothShapes() => Assert.EndsWith(
        "net.onnx: input 'x' has shape [1,2,31]; windows of tiny are [1,2,32], [1,32,2] or [1,64]",
        Error(new ForeignNetwork([1, 4, 7], 32, length: 31).AsPyTorch()), StringComparison.Ordinal);

    [Fact]
    public void AnotherNumberOfAnswersIsNamedWithTheLabels() => Assert.EndsWith(
        "net.onnx: outputs 'y' [1,2] of Float: none has a float for each of 3 labels (slow, medium, fast)",
        Error(new ForeignNetwork([1, 4], 32, 32).AsPyTorch()), StringComparison.Ordinal);

    [Fact]
    public void SigmoidsOfEachClassAreNoProbabilitiesOfOne() => Assert.Matches(
        @"net\.onnx: node 'y' \(Sigmoid\): output 'y' adds up to [0-9.]+ for a window; probabilities of one class of several add up to 1$",
        Error(Network.AsKeras("Sigmoid")));

    [Fact]
    public void ANetworkThatNamesItsClassesInAnotherOrderIsRefused() => Assert.EndsWith(
        "net.onnx: metadata 'names' names its classes fast, medium, slow, and the task's labels are in another order: "
        + "slow, medium, fast; put those of dataset.json into the file's order",
        Error(Named("{0: 'fast', 1: 'medium', 2: 'slow'}")), StringComparison.Ordinal);

    [Fact]
    public void ANetworkThatNamesItsClassesInTheTasksOrderIsImported()
    {
        var text = ConsoleText.Of(() => Assert.Equal(0, TrainingCommands.Invoke(
            ImportCommand.Create(), Write(Named("{0: 'slow', 1: 'medium', 2: 'fast'}")), "--data", _recordings.Data, "--deviation", "2",
            "--out", _recordings.Out)));

        Assert.Contains(
            "answers stand for slow, medium, fast, in this order (as the file names them)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOperatorOutsideTheSetIsNamedWithItsNode() => Assert.EndsWith(
        "net.onnx: node 'y' (Erf): is none of the operators that networks are imported and compressed by",
        Error(Network.AsKeras("Erf")), StringComparison.Ordinal);

    [Fact]
    public void AQuantisedNetworkIsRefusedWithTheReason() => Assert.EndsWith(
        "net.onnx: node 'quantized' (QuantizeLinear): the network is quantised already; "
        + "its fp32 original is what is imported and compressed",
        Error(SmallNetworks.Changed(Network.AsPyTorch(), model =>
        {
            var graph = new OnnxGraph("quantised");
            var (scale, zero) = (graph.Constant("scale", (ReadOnlySpan<float>)[0.1f]), graph.Constant("zero", (ReadOnlySpan<byte>)[0]));
            graph.Node("QuantizeLinear", "quantized", [ForeignNetwork.Input, scale, zero]);
            graph.Node("DequantizeLinear", "back", ["quantized", scale, zero]);
            model.Graph.Node[0].Input[0] = "back";
            var added = EdgeInfer.Trainer.Onnx.Schema.ModelProto.Parser.ParseFrom(graph.ToModel(8, 17)).Graph;
            model.Graph.Initializer.AddRange(added.Initializer);
            model.Graph.Node.Insert(0, added.Node[0]);
            model.Graph.Node.Insert(1, added.Node[1]);
        })), StringComparison.Ordinal);

    private static byte[] Named(string classes) => SmallNetworks.Changed(
        Network.AsPyTorch(),
        model => model.MetadataProps.Add(new EdgeInfer.Trainer.Onnx.Schema.StringStringEntryProto { Key = "names", Value = classes }));

    [Fact]
    public void ScalingIsNotForTrees()
    {
        var path = Path.Combine(Repository.SharedData("onnx_models"), "tests", "xgboost", "test_xgb.onnx");

        Assert.Equal(
            $"--mean: is for networks; {path} holds trees",
            TrainingCommands.Error(
                ImportCommand.Create(), _recordings.Out, path, "--data", _recordings.Data, "--mean", "1", "--out", _recordings.Out));
    }

    [Fact]
    public void APublicNetworkOfImagesIsImportedAndQuantised()
    {
        using var results = new TemporaryFolder();
        var mnist = Path.Combine(Repository.SharedData("onnx_models"), "test", "mnist", "model.onnx");
        string[] data = ["--data", Path.Combine(Repository.Root, "tools/EdgeInfer.Cli/Samples/fashion-mnist"), "--task", "fashion-mnist"];

        TrainingCommands.Invoke(ImportCommand.Create(), [mnist, .. data, "--family", "mnist", "--out", results.Path]);
        TrainingCommands.Invoke(
            CompressCommand.Create(),
            [results.File("fashion-mnist-mnist-fp32"), .. data, "--steps", "int8", "--margin", "100", "--out", results.Path]);

        Assert.True(TrainingCommands.AnswersGoldenWindows(BundleReader.Open(results.File("fashion-mnist-mnist-int8"))));
    }

    public void Dispose() => _recordings.Dispose();

    private string Error(byte[] model) =>
        TrainingCommands.Error(ImportCommand.Create(), _recordings.Out, Write(model), "--data", _recordings.Data, "--out", _recordings.Out);

    private string Write(byte[] model)
    {
        var path = Path.Combine(Path.GetDirectoryName(_recordings.Data)!, "net.onnx");
        File.WriteAllBytes(path, model);
        return path;
    }
}
