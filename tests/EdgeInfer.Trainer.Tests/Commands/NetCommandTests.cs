using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Commands;

[Collection<TorchSession>]
[Slow("trains networks")]
public sealed class NetCommandTests
{
    [Fact]
    public void BothFormatsOpenAndTheirGoldenCasesPass()
    {
        using var folder = new TinyRecordings();
        Assert.Equal(0, TrainingCommands.Invoke(
            NetCommand.Create(), "--data", folder.Data, "--seed", "7", "--quick", "--margin", "100", "--out", folder.Out));

        foreach (var format in new[] { "fp32", "int8" })
        {
            var bundle = BundleReader.Open(Path.Combine(folder.Out, $"tiny-cnn-{format}"));
            var manifest = bundle.Manifest;

            Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
            Assert.Equal(
                ($"tiny-cnn-{format}", "cnn", format, "onnx"),
                (manifest.Name, manifest.Family.Name, manifest.Format.Name, manifest.Engine.Name));
            Assert.Equal(["anna", "ben", "cleo"], manifest.Training.Groups);
            Assert.Equal((false, true, 7), (manifest.Training.Leaky, manifest.Training.Simulated, manifest.Training.Seed));
            Assert.StartsWith("edgeinfer train net --data tiny-data --seed 7 --quick", manifest.Training.Command, StringComparison.Ordinal);
            Assert.Equal(format == "int8", manifest.Compression is not null);
            Assert.Equal(9 * 15 + 3 * 8, manifest.Parity.Rows);
            Assert.InRange(Assert.Single(manifest.Metrics, metric => metric.Name == "accuracy").Value, 0.8, 1);
        }

        Assert.Equal(2, Directory.EnumerateFileSystemEntries(folder.Out).Count());
    }

    [Fact]
    public void Int8IsNotWrittenWhereItsLossCannotBeRuledOut()
    {
        using var folder = new TinyRecordings();

        var error = Assert.Throws<InvalidInputException>(() =>
            TrainingCommands.Invoke(NetCommand.Create(), "--data", folder.Data, "--quick", "--width", "0.5", "--out", folder.Out));

        Assert.Equal(
            "tiny-cnn-int8: 1 test group can't show how much accuracy is lost; 6 or more are needed; "
            + $"it was not exported, its fp32 is in {folder.Out}",
            error.Message);
        Assert.Equal("tiny-cnn-fp32", Path.GetFileName(Assert.Single(Directory.EnumerateFileSystemEntries(folder.Out))));
    }

    [Fact]
    public void ABundleIsTheStartOfAnotherNetworkAndTheCommandSaysSo()
    {
        using var folder = new TinyRecordings();
        Train(folder, "first", "--arch", "resnet8", "--width", "0.5");
        var source = Path.Combine(folder.Out, "first", "tiny-cnn-fp32");
        var first = BundleReader.Open(source).Manifest;
        Assert.EndsWith("--seed 7 --quick --arch resnet8 --width 0.5 --margin 100", first.Training.Command, StringComparison.Ordinal);

        folder.Replace("split.csv", "ben,train", "eva,train");
        Train(folder, "second", "--from", source, "--freeze");
        var bundle = BundleReader.Open(Path.Combine(folder.Out, "second", "tiny-cnn-int8"));

        Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
        Assert.EndsWith("--quick --from tiny-cnn-fp32 --freeze --margin 100", bundle.Manifest.Training.Command, StringComparison.Ordinal);
        Assert.Equal(["anna", "ben", "cleo", "eva"], bundle.Manifest.Training.Groups);
        Assert.InRange(Assert.Single(bundle.Manifest.Metrics, metric => metric.Name == "accuracy").Value, 0.8, 1);
    }

    [Fact]
    public void ABundleThatHasNoWeightsToStartFromIsRefused()
    {
        using var folder = new TinyRecordings();
        Train(folder, "first", "--width", "0.5");
        var int8 = Path.Combine(folder.Out, "first", "tiny-cnn-int8");

        Assert.Equal(
            $"{int8}: a bundle of engine onnx in int8; the weights to start from stand in a network's fp32 bundle",
            Refusal(folder, "--from", int8, "--fine-tune"));
    }

    [Fact]
    public void ABundleThatHasLearntATestGroupIsRefused()
    {
        using var folder = new TinyRecordings();
        Train(folder, "first", "--width", "0.5");
        folder.Replace("split.csv", "ben,train", "ben,test");
        var fp32 = Path.Combine(folder.Out, "first", "tiny-cnn-fp32");

        Assert.Equal(
            $"{fp32}: has learnt group 'ben' of the same data, which is a test group of tiny",
            Refusal(folder, "--from", fp32, "--fine-tune"));
    }

    [Fact]
    public void ABundleThatFailsItsGoldenCasesIsNoStart()
    {
        using var folder = new TinyRecordings();
        Train(folder, "first", "--width", "0.5");
        var fp32 = Path.Combine(folder.Out, "first", "tiny-cnn-fp32");
        WrongBundle.Write(fp32, fp32);

        Assert.StartsWith($"{fp32}: golden case 0: ", Refusal(folder, "--from", fp32, "--fine-tune"), StringComparison.Ordinal);
    }

    [Fact]
    public void ANetworkOfASignalOverDecadesSeesItCompandedAndIsNoStartForAnother()
    {
        using var folder = new TinyRecordings();
        folder.Replace("dataset.json", "\"channels\": [", "\"amplitude_scale\": \"logarithmic\", \"channels\": [");
        Train(folder, "first", "--width", "0.5");
        var fp32 = Path.Combine(folder.Out, "first", "tiny-cnn-fp32");

        Assert.Equal(MuLawCompanding.Id, BundleReader.Open(fp32).Manifest.Preprocessing.Id);
        Assert.True(TrainingCommands.AnswersGoldenWindows(BundleReader.Open(Path.Combine(folder.Out, "first", "tiny-cnn-int8"))));
        folder.Replace("dataset.json", "\"logarithmic\"", "\"linear\"");
        Assert.Equal(
            $"{fp32}: its network reads samples by 'mu-law/1', this task by 'standardize/1'",
            Refusal(folder, "--from", fp32, "--fine-tune"));
    }

    [Theory]
    [InlineData("--freeze: says how a bundle's layers are learnt; name the bundle by --from", "--freeze")]
    [InlineData("--fine-tune: says how a bundle's layers are learnt; name the bundle by --from", "--fine-tune")]
    [InlineData("--from: goes with one of --freeze and --fine-tune", "--from", "bundle")]
    [InlineData(
        "--from: brings its own architecture; leave --arch, --width and --depth out", "--from", "bundle", "--freeze", "--depth", "2")]
    [InlineData("--width: 9 is not 0.25 to 4", "--width", "9")]
    public void OptionsThatContradictEachOtherAreRefused(string message, params string[] options)
    {
        using var folder = new TinyRecordings();

        Assert.Equal(message, Refusal(folder, options));
    }

    [Theory]
    [InlineData("regression")]
    [InlineData("anomaly")]
    public void AnotherKindOfTaskIsNotYetTrained(string kind)
    {
        using var folder = new TinyRecordings();
        folder.Replace("dataset.json", "\"classification\"", $"\"{kind}\"");
        if (kind == "regression")
        {
            folder.Replace("dataset.json", """[{ "name": "slow" }, { "name": "medium" }, { "name": "fast" }]""", "[]");
            foreach (var (label, value) in TinyRecordings.Labels.Zip(["1", "4", "7"]))
                folder.Replace("split.csv", $",{label},", $",{value},");
        }
        else
        {
            folder.Replace("dataset.json", "\"channels\": [", "\"normal\": [\"slow\"], \"channels\": [");
        }

        Assert.Matches($"(?i)task kind {kind} is not yet trained by networks$", TrainingCommands.Error(
            NetCommand.Create(), folder.Out, "--data", folder.Data, "--quick", "--out", folder.Out));
    }

    private static void Train(TinyRecordings folder, string name, params string[] options) => Assert.Equal(0, TrainingCommands.Invoke(
        NetCommand.Create(),
        ["--data", folder.Data, "--seed", "7", "--quick", "--margin", "100", "--out", Path.Combine(folder.Out, name), .. options]));

    private static string Refusal(TinyRecordings folder, params string[] options) => TrainingCommands.Error(
        NetCommand.Create(),
        Path.Combine(folder.Out, "refused"),
        ["--data", folder.Data, "--quick", "--out", Path.Combine(folder.Out, "refused"), .. options]);
}
