using EdgeInfer.Bundles.Storage;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Commands;

[Collection<TorchSession>]
[Slow("trains networks")]
public sealed class HybridCommandTests
{
    [Fact]
    public void ABundleHoldsNetworkAndTreesThatAnswerAsOneModel()
    {
        using var folder = new TinyRecordings();
        Train(folder);
        var source = BundleReader.Open(Network(folder, "int8")).Manifest;

        Assert.Equal(0, TrainingCommands.Invoke(
            HybridCommand.Create(), "--data", folder.Data, "--from", Network(folder, "int8"), "--seed", "7", "--quick",
            "--out", folder.Out));
        var bundle = BundleReader.Open(Path.Combine(folder.Out, "tiny-hybrid"));
        var manifest = bundle.Manifest;

        Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
        Assert.Equal(
            ("tiny-hybrid", "hybrid", "int8", "hybrid"),
            (manifest.Name, manifest.Family.Name, manifest.Format.Name, manifest.Engine.Name));
        Assert.Equal(("model.trees", "embedding.onnx"), (manifest.ModelFile, manifest.EmbeddingFile));
        Assert.Equal((0, 0), (manifest.Parity.LabelMismatches, manifest.Parity.MaxAbsDiff));
        Assert.InRange(manifest.Parity.Rows, 16_000, long.MaxValue);
        Assert.Equal(source.Compression, manifest.Compression);
        Assert.Equal(source.Preprocessing.Mean, manifest.Preprocessing.Mean);
        Assert.Equal("edgeinfer train hybrid --data tiny-data --seed 7 --quick --from tiny-cnn-int8", manifest.Training.Command);
        Assert.InRange(Assert.Single(manifest.Metrics, metric => metric.Name == "accuracy").Value, 0.8, 1);
        OptimizedGraph.RequireIntegers("tiny-hybrid", bundle.EmbeddingBytes!.Value, new HashSet<string>());
    }

    [Fact]
    public void ANetworkInFloatIsRefused()
    {
        using var folder = new TinyRecordings();
        Train(folder);

        Assert.Equal(
            $"{Network(folder, "fp32")}: a bundle of engine onnx in fp32; trees learn from the embedding of an int8 network",
            Refusal(folder, "fp32"));
    }

    [Fact]
    public void ANetworkThatHasLearntATestGroupIsRefused()
    {
        using var folder = new TinyRecordings();
        Train(folder);
        folder.Replace("split.csv", "ben,train", "ben,test");

        Assert.Equal(
            $"{Network(folder, "int8")}: has learnt group 'ben' of the same data, which is a test group of tiny", Refusal(folder, "int8"));
    }

    [Fact]
    public void ANetworkThatFailsItsGoldenCasesIsRefused()
    {
        using var folder = new TinyRecordings();
        Train(folder);
        WrongBundle.Write(Network(folder, "int8"), Network(folder, "int8"));

        Assert.StartsWith($"{Network(folder, "int8")}: golden case 0: ", Refusal(folder, "int8"), StringComparison.Ordinal);
    }

    [Fact]
    public void ANetworkOfOtherWindowsIsRefused()
    {
        using var folder = new TinyRecordings();
        Train(folder);
        folder.Replace("dataset.json", "\"unit\": \"g\"", "\"unit\": \"m/s2\"");

        Assert.Equal(
            $"{Network(folder, "int8")}: made for channels [x in g, y in g], the data has [x in m/s2, y in m/s2]",
            Refusal(folder, "int8"));
    }

    private static void Train(TinyRecordings folder) => Assert.Equal(0, TrainingCommands.Invoke(
        NetCommand.Create(), "--data", folder.Data, "--seed", "7", "--quick", "--width", "0.5", "--margin", "100", "--out", Nets(folder)));

    private static string Nets(TinyRecordings folder) => Path.Combine(folder.Out, "nets");

    private static string Network(TinyRecordings folder, string format) => Path.Combine(Nets(folder), $"tiny-cnn-{format}");

    private static string Refusal(TinyRecordings folder, string format)
    {
        var target = Path.Combine(folder.Out, "hybrid");
        return TrainingCommands.Error(
            HybridCommand.Create(), target, "--data", folder.Data, "--from", Network(folder, format), "--out", target);
    }
}
