using EdgeInfer.Models.Bundles;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Commands;

[Collection<TorchSession>]
public sealed class NetCommandTests
{
    [Fact]
    public void BothFormatsOpenAndTheirGoldenCasesPass()
    {
        using var folder = new TinyRecordings();
        Assert.Equal(0, TrainingCommands.Invoke(NetCommand.Create(), "--data", folder.Data, "--seed", "7", "--quick", "--out", folder.Out));

        foreach (var format in new[] { "fp32", "int8" })
        {
            var bundle = BundleReader.Open(Path.Combine(folder.Out, $"tiny-cnn-{format}"));
            var manifest = bundle.Manifest;

            Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
            Assert.Equal(($"tiny-cnn-{format}", "cnn", format, "onnx"), (manifest.Name, manifest.Family, manifest.Format, manifest.Engine));
            Assert.Equal(["anna", "ben", "cleo"], manifest.Training.Groups);
            Assert.Equal((false, true, 7), (manifest.Training.Leaky, manifest.Training.Simulated, manifest.Training.Seed));
            Assert.StartsWith("edgeinfer train net --data tiny-data --seed 7 --quick", manifest.Training.Command, StringComparison.Ordinal);
            Assert.Equal(format == "int8", manifest.Compression is not null);
            Assert.Equal(9 * 15 + 3 * 8, manifest.Parity.Rows);
            Assert.InRange(Assert.Single(manifest.Metrics, metric => metric.Name == "accuracy").Value, 0.8, 1);
        }

        Assert.Equal(2, Directory.EnumerateFileSystemEntries(folder.Out).Count());
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

        Assert.Matches($"(?i)task kind {kind} is not yet trained by networks$", TrainingCommands.Error(
            NetCommand.Create(), folder.Out, "--data", folder.Data, "--quick", "--out", folder.Out));
    }
}
