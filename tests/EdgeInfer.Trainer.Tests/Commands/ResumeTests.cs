using System.CommandLine;
using System.Text.RegularExpressions;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Commands;

[Collection<TorchSession>]
[Slow("trains networks")]
public sealed class ResumeTests : IDisposable
{
    private readonly TinyRecordings _recordings = new();
    private readonly TemporaryFolder _results = new();

    private string Checkpoints => _results.File("checkpoints");

    public void Dispose()
    {
        _recordings.Dispose();
        _results.Dispose();
    }

    [Fact]
    public void ANetworkGoesOnAfterAStop()
    {
        string[] arguments = ["--data", _recordings.Data, "--quick", "--margin", "100"];
        var (whole, resumed, text) = Interrupted(NetCommand.Create, arguments, "tiny-cnn: 19 of ");

        Assert.Equal(whole, resumed);
        Assert.Equal(2, whole.Count);
        Assert.Matches("(?m)^tiny-cnn: resumed at epoch [0-9]+ of [0-9]+$", text);
    }

    [Fact]
    public void ACompressionGoesOnInItsSecondTraining()
    {
        _recordings.Replace("split.csv", "ben,train", "ben,test");
        TrainingCommands.Invoke(
            NetCommand.Create(), "--data", _recordings.Data, "--quick", "--width", "0.5", "--margin", "100", "--out", _recordings.Out);
        var fp32 = Path.Combine(_recordings.Out, "tiny-cnn-fp32");
        string[] arguments = [fp32, "--data", _recordings.Data, "--steps", "prune:0.4,distil,int8", "--margin", "100"];

        var (whole, resumed, text) = Interrupted(CompressCommand.Create, arguments, "distil: 58 of ");

        Assert.Equal(whole, resumed);
        Assert.Single(whole);
        Assert.Matches(@"(?m)^\S+tiny-cnn-fp32 prune:0.4: taken from its checkpoint, trained to epoch 143 of 143$", text);
        Assert.Matches(@"(?m)^\S+tiny-cnn-fp32 distil: resumed at epoch \d+ of 143$", text);
    }

    [Fact]
    public void ADetectorGoesOnInTheFoldThatWasStopped()
    {
        var (whole, resumed, text) = Interrupted(AnomalyCommand.Create, Autoencoder(), "tiny-anomaly-autoencoder: 1.5 of 3, ");

        Assert.Equal(whole, resumed);
        Assert.Single(whole);
        Assert.Matches(
            @"(?m)^tiny-anomaly-autoencoder: groups held out for the threshold, taken from its checkpoint, trained to epoch (\d+) of \1$",
            text);
        Assert.Matches(@"(?m)^tiny-anomaly-autoencoder: groups held out for the threshold, resumed at epoch \d+ of \d+$", text);
    }

    [Fact]
    public void TheInt8CopyOfADetectorLearnsItsThresholdFromTheSameTrainings()
    {
        var autoencoder = Autoencoder();
        string[] train = [.. autoencoder, "--checkpoint", Checkpoints, "--out", _recordings.Out];
        // Within its last training, when both folds are kept.
        InterruptedRun.Of(() => TrainingCommands.Invoke(AnomalyCommand.Create(), train), "trained on all, epoch ");
        TrainingCommands.Invoke(AnomalyCommand.Create(), [.. autoencoder, "--out", _recordings.Out]);
        string[] arguments =
        [
            Path.Combine(_recordings.Out, "tiny-anomaly-autoencoder"), "--data", _recordings.Data, "--task", "tiny-anomaly",
            "--steps", "int8", "--margin", "100",
        ];
        var (whole, taken) = (_results.File("whole"), _results.File("taken"));
        TrainingCommands.Invoke(CompressCommand.Create(), [.. arguments, "--out", whole]);

        var text = ConsoleText.Of(
            () => TrainingCommands.Invoke(CompressCommand.Create(), [.. arguments, "--checkpoint", Checkpoints, "--out", taken]));

        Assert.Equal(2, Regex.Count(text, "tiny-anomaly-autoencoder-int8: groups held out for the threshold, taken from its checkpoint"));
        Assert.DoesNotContain(", loss ", text, StringComparison.Ordinal);
        Assert.Equal(Models(whole), Models(taken));
        Assert.Equal(Threshold(whole), Threshold(taken));
        // That of the training on all groups, which compress does not ask for.
        Assert.Single(Directory.EnumerateFiles(Checkpoints));
    }

    [Fact]
    public void AValidationGoesOnInTheGroupThatWasStopped()
    {
        string[] arguments = ["--data", _recordings.Data, "--family", "cnn", "--quick"];
        string[] checkpointed = [.. arguments, "--checkpoint", Checkpoints];
        var whole = ConsoleText.Of(() => TrainingCommands.Invoke(ValidateCommand.Create(), arguments));

        InterruptedRun.Of(() => TrainingCommands.Invoke(ValidateCommand.Create(), checkpointed), "group ben, epoch ");
        var resumed = ConsoleText.Of(() => TrainingCommands.Invoke(ValidateCommand.Create(), checkpointed));

        Assert.Equal(Report(whole), Report(resumed));
        Assert.Equal(4, Report(whole).Count());
        Assert.Matches(@"(?m)^leave one group out: group anna, taken from its checkpoint, trained to epoch (\d+) of \1$", resumed);
        Assert.Matches(@"(?m)^leave one group out: group ben, resumed at epoch \d+ of \d+$", resumed);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Checkpoints));
    }

    [Fact]
    public void ATrainingWhoseExportFailedIsNotRepeated()
    {
        string[] arguments =
        [
            "--data", _recordings.Data, "--quick", "--margin", "100", "--checkpoint", Checkpoints, "--out", _recordings.Out,
        ];
        var foreign = Path.Combine(_recordings.Out, "tiny-cnn-int8");
        Directory.CreateDirectory(foreign);
        File.WriteAllText(Path.Combine(foreign, "notes.txt"), "mine");
        var error = Assert.Throws<InvalidInputException>(() => TrainingCommands.Invoke(NetCommand.Create(), arguments));
        Assert.StartsWith(foreign, error.Message, StringComparison.Ordinal);

        File.Delete(Path.Combine(foreign, "notes.txt"));
        var text = ConsoleText.Of(() => TrainingCommands.Invoke(NetCommand.Create(), arguments));

        Assert.Matches(@"(?m)^tiny-cnn: taken from its checkpoint, trained to epoch (\d+) of \1$", text);
        Assert.DoesNotContain("loss", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validate", "--family", "forest", "--checkpoint: for networks only, and family forest trains none")]
    [InlineData("anomaly", "--method", "pca", "--checkpoint: for networks only, and method pca trains none")]
    public void ModelsThatAreNoNetworksHaveNone(string verb, string option, string value, string message)
    {
        var command = verb == "validate" ? ValidateCommand.Create() : AnomalyCommand.Create();
        string[] output = verb == "validate" ? [] : ["--out", _recordings.Out];

        Assert.Equal(message, TrainingCommands.Error(
            command, _recordings.Out, ["--data", _recordings.Data, option, value, "--checkpoint", Checkpoints, .. output]));
        Assert.False(Directory.Exists(Checkpoints));
    }

    [Fact]
    public void AFileInThePlaceOfTheFolderIsRefusedBeforeTraining()
    {
        File.WriteAllText(Checkpoints, "");

        Assert.Equal($"--checkpoint: {Checkpoints} is a file, and a folder is needed", TrainingCommands.Error(
            NetCommand.Create(), _recordings.Out, "--data", _recordings.Data, "--checkpoint", Checkpoints, "--out", _recordings.Out));
    }

    /// <summary>The models by name of a run without a stop and of one that was stopped, and what the end of the latter printed.</summary>
    private (Dictionary<string, byte[]> Whole, Dictionary<string, byte[]> Resumed, string Text) Interrupted(
        Func<Command> verb, string[] arguments, string when)
    {
        var (whole, resumed) = (_results.File("whole"), _results.File("resumed"));
        TrainingCommands.Invoke(verb(), [.. arguments, "--out", whole]);
        string[] checkpointed = [.. arguments, "--checkpoint", Checkpoints, "--out", resumed];
        InterruptedRun.Of(() => TrainingCommands.Invoke(verb(), checkpointed), when);
        Assert.NotEmpty(Directory.EnumerateFiles(Checkpoints));
        Assert.False(Directory.Exists(resumed));
        var text = ConsoleText.Of(() => TrainingCommands.Invoke(verb(), checkpointed));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Checkpoints));
        var models = (Models(whole), Models(resumed));
        Directory.Delete(resumed, recursive: true);
        return (models.Item1, models.Item2, text);
    }

    /// <summary>Small, and not of the default shape.</summary>
    private string[] Autoencoder()
    {
        _recordings.Replace(
            "dataset.json", "\"labels\": [{ \"name\": \"slow\" }", "\"normal\": [\"slow\"], \"labels\": [{ \"name\": \"slow\" }");
        _recordings.Replace("split.csv", "cleo,train", "cleo,test");
        return
        [
            "--data", _recordings.Data, "--task", "tiny-anomaly", "--method", "autoencoder", "--quick", "--width", "0.25", "--depth", "0.5",
            "--false-alarms-per-day", "500",
        ];
    }

    private static double Threshold(string folder) =>
        BundleReader.Open(Path.Combine(folder, "tiny-anomaly-autoencoder-int8")).Manifest.Decision.Threshold;

    private static Dictionary<string, byte[]> Models(string folder) => Directory.EnumerateDirectories(folder).ToDictionary(
        bundle => Path.GetFileName(bundle), bundle => BundleReader.Open(bundle).ModelBytes.ToArray());

    private static IEnumerable<string> Report(string text) =>
        text.Split('\n').Where(line => line.Contains("accuracy", StringComparison.Ordinal));
}
