using System.CommandLine;
using EdgeInfer.Models.Bundles;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Commands;

[Collection<TorchSession>]
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
        string[] arguments = ["--data", _recordings.Data, "--quick"];
        var (whole, resumed, text) = Interrupted(NetCommand.Create, arguments, "tiny-cnn: 19 of ");

        Assert.Equal(whole, resumed);
        Assert.Equal(2, whole.Count);
        Assert.Matches("(?m)^tiny-cnn: resumed at epoch [0-9]+ of [0-9]+$", text);
    }

    [Fact]
    public void ACompressionGoesOnInItsSecondTraining()
    {
        _recordings.Replace("split.csv", "ben,train", "ben,test");
        TrainingCommands.Invoke(NetCommand.Create(), "--data", _recordings.Data, "--quick", "--width", "0.5", "--out", _recordings.Out);
        var fp32 = Path.Combine(_recordings.Out, "tiny-cnn-fp32");
        string[] arguments = [fp32, "--data", _recordings.Data, "--steps", "prune:0.4,distil,int8", "--margin", "100"];

        var (whole, resumed, text) = Interrupted(CompressCommand.Create, arguments, "distil: 58 of ");

        Assert.Equal(whole, resumed);
        Assert.Single(whole);
        Assert.Matches(@"(?m)^\S+tiny-cnn-fp32 prune:0.4: taken from its checkpoint, trained to epoch 143 of 143$", text);
        Assert.Matches(@"(?m)^\S+tiny-cnn-fp32 distil: resumed at epoch \d+ of 143$", text);
    }

    [Fact]
    public void DetectorsAndTheirInt8CopiesGoOnInTheFoldThatWasStopped()
    {
        _recordings.Replace("dataset.json", "\"labels\": [", "\"normal\": [\"slow\"], \"labels\": [");
        _recordings.Replace("split.csv", "cleo,train", "cleo,test");
        string[] data = ["--data", _recordings.Data, "--task", "tiny-anomaly"];
        string[] arguments = [.. data, "--method", "autoencoder", "--quick", "--false-alarms-per-day", "500"];

        var (whole, resumed, text) = Interrupted(AnomalyCommand.Create, arguments, "tiny-anomaly-autoencoder: 1.5 of 3, ");

        Assert.Equal(whole, resumed);
        Assert.Matches(@"(?m)^tiny-anomaly-autoencoder: groups held out for the threshold, taken from its checkpoint, trained to epoch (\d+) of \1$", text);
        Assert.Matches(@"(?m)^tiny-anomaly-autoencoder: groups held out for the threshold, resumed at epoch \d+ of \d+$", text);

        Directory.Move(_results.File("whole"), _results.File("fp32"));
        var fp32 = Path.Combine(_results.File("fp32"), "tiny-anomaly-autoencoder");
        (whole, resumed, text) = Interrupted(
            CompressCommand.Create, [fp32, .. data, "--steps", "int8", "--margin", "5"], "tiny-anomaly-autoencoder-int8: 1.4 of 2, ");

        Assert.Equal(whole, resumed);
        Assert.Contains("tiny-anomaly-autoencoder-int8: groups held out for the threshold, resumed at epoch ", text, StringComparison.Ordinal);
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
        string[] arguments = ["--data", _recordings.Data, "--quick", "--checkpoint", Checkpoints, "--out", _recordings.Out];
        var foreign = Path.Combine(_recordings.Out, "tiny-cnn-int8");
        Directory.CreateDirectory(foreign);
        File.WriteAllText(Path.Combine(foreign, "notes.txt"), "mine");
        Assert.ThrowsAny<Exception>(() => TrainingCommands.Invoke(NetCommand.Create(), arguments));

        File.Delete(Path.Combine(foreign, "notes.txt"));
        var text = ConsoleText.Of(() => TrainingCommands.Invoke(NetCommand.Create(), arguments));

        Assert.Matches(@"(?m)^tiny-cnn: taken from its checkpoint, trained to epoch (\d+) of \1$", text);
        Assert.DoesNotContain("loss", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validate", "--family", "forest", "--checkpoint: is for the training of networks, which family forest has none of")]
    [InlineData("anomaly", "--method", "pca", "--checkpoint: is for the training of networks, which method pca has none of")]
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

        Assert.Equal($"--checkpoint: {Checkpoints} is a file; a folder is needed", TrainingCommands.Error(
            NetCommand.Create(), _recordings.Out, "--data", _recordings.Data, "--checkpoint", Checkpoints, "--out", _recordings.Out));
    }

    /// <summary>The models by name of a run without a stop and of one that was stopped, and what the end of the latter printed.</summary>
    private (Dictionary<string, byte[]> Whole, Dictionary<string, byte[]> Resumed, string Text) Interrupted(Func<Command> verb, string[] arguments, string when)
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

    private static Dictionary<string, byte[]> Models(string folder) => Directory.EnumerateDirectories(folder).ToDictionary(
        bundle => Path.GetFileName(bundle), bundle => BundleReader.Open(bundle).ModelBytes.ToArray());

    private static IEnumerable<string> Report(string text) =>
        text.Split('\n').Where(line => line.Contains("accuracy", StringComparison.Ordinal));
}
