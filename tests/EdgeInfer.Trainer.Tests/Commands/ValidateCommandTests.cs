using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Commands;

[Slow("trains trees")]
public sealed class ValidateCommandTests : IDisposable
{
    private readonly TinyRecordings _recordings = new();

    public void Dispose() => _recordings.Dispose();

    [Fact]
    public void CopiesInAnotherGroupAreRefusedBeforeTraining()
    {
        var copied = Path.Combine(_recordings.Data, "anna-fast.csv");
        File.Copy(copied, Path.Combine(_recordings.Data, "ben-fast.csv"), overwrite: true);

        Assert.StartsWith(
            $"{copied}: group 'anna' cannot be left out: this recording is a copy of ben-fast.csv of group 'ben'",
            Error(), StringComparison.Ordinal);
    }

    [Fact]
    public void AGroupWrittenInTwoWaysIsNotLeftOutTwice()
    {
        _recordings.Replace("split.csv", "anna-fast.csv,fast,anna", "anna-fast.csv,fast,Anna");

        Assert.Contains("'Anna' and 'anna' are one group, written in two ways", Error(), StringComparison.Ordinal);
    }

    [Fact]
    public void ALeakySplitIsMarked()
    {
        _recordings.WriteLeakySplit();

        var text = ConsoleText.Of(() => Assert.Equal(
            0, TrainingCommands.Invoke(ValidateCommand.Create(), "--data", _recordings.Data, "--split", "mixed", "--quick")));

        Assert.Contains("(simulated) (quick budgets) (optimistic: leaky split)", text, StringComparison.Ordinal);
    }

    private string Error() =>
        TrainingCommands.Error(ValidateCommand.Create(), _recordings.Out, "--data", _recordings.Data, "--quick");
}
