using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Families.Autoencoder;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Commands;

[Slow("trains detectors")]
public sealed class AnomalyCommandTests
{
    private const string Labels = "\"labels\": [";

    [Theory]
    [InlineData("kmeans")]
    [InlineData("pca")]
    [InlineData("autoencoder")]
    public void ADetectorLearnsTheNormalStateAndBecomesABundle(string method)
    {
        using var folder = WithNormal();
        Assert.Equal(0, TrainingCommands.Invoke(
            AnomalyCommand.Create(), "--data", folder.Data, "--task", "tiny-anomaly", "--method", method, "--quick",
            "--false-alarms-per-day", "500", "--out", folder.Out));

        var bundle = BundleReader.Open(Path.Combine(folder.Out, $"tiny-anomaly-{method}"));

        Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
        Assert.All(bundle.Golden.Cases, golden => Assert.Single(golden.Output));
        var manifest = bundle.Manifest;
        Assert.Equal((TaskKind.Anomaly, "onnx"), (manifest.Task.Kind, manifest.Engine.Name));
        Assert.Equal(AnomalyLabel.Names, manifest.Task.Labels);
        // Of three training groups' recordings only the slow ones: 15 windows each, half overlapping.
        Assert.Equal(45, manifest.Training.Windows);
        Assert.True(manifest.Decision.Threshold > 0);
        Assert.Equal(0, manifest.Metrics.Single(metric => metric.Name == "missed_events").Value);
        Assert.Equal(1, manifest.Metrics.Single(metric => metric.Name == "roc_auc").Value, 0.02);
        Assert.Equal(500, manifest.Training.FalseAlarmsPerDay);
        // Only a network has budgets that can be quick.
        Assert.Equal(method == "autoencoder", manifest.Training.Quick);
        var quick = manifest.Training.Quick ? " --quick" : "";
        Assert.Equal(
            $"edgeinfer train anomaly --data tiny-data --task tiny-anomaly --seed 1{quick} --method {method} --false-alarms-per-day 500",
            manifest.Training.Command);
    }

    [Fact]
    public void AnAutoencoderIsMultipliedAndTheOtherMethodsBesideItAreNot()
    {
        using var folder = WithNormal();
        string[] data = ["--data", folder.Data, "--task", "tiny-anomaly", "--quick", "--out", folder.Out];
        TrainingCommands.Invoke(AnomalyCommand.Create(), [.. data, "--width", "0.25", "--depth", "0.5"]);

        var bundles = new[] { "autoencoder", "pca" }
            .Select(method => BundleReader.Open(Path.Combine(folder.Out, $"tiny-anomaly-{method}"))).ToArray();
        Assert.Equal(
            new AutoencoderShape(Width: 32, Bottleneck: 8, LayersASide: 2), AutoencoderReader.Read("bundle", bundles[0].ModelBytes));
        Assert.EndsWith(
            "--false-alarms-per-day 1 --width 0.25 --depth 0.5", bundles[0].Manifest.Training.Command, StringComparison.Ordinal);
        Assert.EndsWith("--false-alarms-per-day 1", bundles[1].Manifest.Training.Command, StringComparison.Ordinal);
        Assert.StartsWith("pca: has no layers 'encoder1' and 'bottleneck'", Assert.Throws<InvalidInputException>(
            () => AutoencoderReader.Read("pca", bundles[1].ModelBytes)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kmeans", "--width", "0.5", "--width, --depth: for networks only, and method kmeans trains none")]
    [InlineData("pca", "--depth", "2", "--width, --depth: for networks only, and method pca trains none")]
    [InlineData("autoencoder", "--width", "9", "--width: 9 is not 0.25 to 4")]
    public void AMultiplierOfNothingIsTurnedAway(string method, string option, string value, string message)
    {
        using var folder = WithNormal();

        Assert.Equal(message, TrainingCommands.Error(
            AnomalyCommand.Create(), folder.Out, "--data", folder.Data, "--method", method, option, value, "--out", folder.Out));
    }

    [Fact]
    public void RarerAlarmsRaiseTheThreshold()
    {
        using var folder = WithNormal();

        Assert.True(Threshold(folder, "1") > Threshold(folder, "100"));
    }

    [Fact]
    public void AClassificationIsTurnedAway()
    {
        using var folder = WithNormal();

        Assert.Equal(
            "tiny: is a classification; anomaly detection is trained where dataset.json says which labels are normal, as task NAME-anomaly",
            TrainingCommands.Error(AnomalyCommand.Create(), folder.Out, "--data", folder.Data, "--out", folder.Out));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    public void ARateThatIsNoneIsTurnedAway(string rate)
    {
        using var folder = WithNormal();

        Assert.Equal(
            $"--false-alarms-per-day: '{rate}' is no number above 0",
            TrainingCommands.Error(
                AnomalyCommand.Create(), folder.Out, "--data", folder.Data, "--out", folder.Out, "--false-alarms-per-day", rate));
    }

    [Fact]
    public void OneGroupIsTooFewToHoldOneOut()
    {
        using var folder = WithNormal();
        foreach (var name in new[] { "ben", "cleo" })
            folder.Replace("split.csv", $"{name}-slow.csv,slow,", $"{name}-slow.csv,fast,");

        Assert.EndsWith(
            "normal windows of 1 group to train on; the threshold needs those of two or more, each held out once",
            TrainingCommands.Error(
                AnomalyCommand.Create(), folder.Out, "--data", folder.Data, "--task", "tiny-anomaly", "--out", folder.Out),
            StringComparison.Ordinal);
    }

    [Fact]
    public void RecordingsOfOneWindowEachAreTooShortForAnAlarm()
    {
        using var folder = WithNormal();
        folder.Replace("dataset.json", "\"seconds\": 1,", "\"seconds\": 8,");

        Assert.Equal(
            $"{folder.Data}: the longest normal training time without a gap holds 1 windows; "
            + "an alarm, and so its threshold, needs 2 in a row",
            TrainingCommands.Error(
                AnomalyCommand.Create(), folder.Out, "--data", folder.Data, "--task", "tiny-anomaly", "--out", folder.Out));
    }

    private static double Threshold(TinyRecordings folder, string rate)
    {
        TrainingCommands.Invoke(
            AnomalyCommand.Create(), "--data", folder.Data, "--task", "tiny-anomaly", "--method", "pca", "--false-alarms-per-day", rate,
            "--out", folder.Out);
        return BundleReader.Open(Path.Combine(folder.Out, "tiny-anomaly-pca")).Manifest.Decision.Threshold;
    }

    private static TinyRecordings WithNormal()
    {
        var folder = new TinyRecordings();
        folder.Replace("dataset.json", Labels, "\"normal\": [\"slow\"], " + Labels);
        return folder;
    }
}
