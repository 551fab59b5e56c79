using EdgeInfer.Benchmarks.Seeds;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Benchmarks.Tests.Seeds;

public sealed class TrainerRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void AProcessIsMeasuredWhileItLives()
    {
        List<string> seen = [];

        var process = MeasuredProcess.Run(
            Repository.Trainer, ["inspect", Path.Combine(Repository.Root, "models", "har-phone-cnn-int8")],
            line =>
            {
                lock (seen)
                    seen.Add(line);
            });

        Assert.Equal(0, process.ExitCode);
        Assert.Empty(process.Errors);
        Assert.NotEmpty(process.Output);
        Assert.Equal(process.Output, seen);
        // A process with a .NET runtime and ONNX Runtime in it.
        Assert.InRange(process.Cost.PeakMebibytes, 30, 4_096);
        Assert.InRange(process.Cost.CpuSeconds, 0.05, 600);
        Assert.True(process.Cost.WallSeconds > 0);
    }

    [Fact]
    public void ARefusalIsTheLineThatTheTrainerEndedWith()
    {
        var outcome = new TrainerRun("seed 1, net", _folder.File("out"), ["net", "--data", _folder.File("absent")]).Complete();

        Assert.Null(outcome.Record);
        Assert.StartsWith(_folder.File("absent"), outcome.Refusal, StringComparison.Ordinal);
        Assert.Null(RunRecord.Find(_folder.File("out")));
    }

    [Fact]
    public void WhatCameToItsEndIsNotMadeAgain()
    {
        // The data is absent: running it would be a refusal.
        var run = new TrainerRun("seed 1, net", _folder.Path, ["net", "--data", _folder.File("absent")]);
        var kept = new RunRecord($"net --data {_folder.File("absent")}", "a machine", new ProcessCost(12.5, 20, 812), 17);
        kept.Write(_folder.Path);

        Assert.Equal(kept, run.Complete().Record);
    }

    [Fact]
    public void WhatAnotherCommandMadeIsNotTakenForIt()
    {
        new RunRecord("net --data other --seed 1", "a machine", new ProcessCost(12.5, 20, 812), null).Write(_folder.Path);

        var error = Assert.Throws<InvalidInputException>(
            () => new TrainerRun("seed 1, net", _folder.Path, ["net", "--data", "this", "--seed", "1"]).Complete());

        Assert.Contains("'net --data other --seed 1'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABrokenRecordIsNamed()
    {
        File.WriteAllText(_folder.File("cost.json"), """{"command": "net"}""");

        Assert.StartsWith(
            _folder.File("cost.json"),
            Assert.Throws<InvalidInputException>(() => RunRecord.Find(_folder.Path)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        22,
        "a-cnn: 18229 parameters, 429712 multiply-accumulates a window, 40 epochs",
        "a-cnn: 4 of 40, loss 0.1, 9 s left",
        "a-cnn: kept epoch 12 of 22")]
    [InlineData(40, "a-cnn: 18229 parameters, 429712 multiply-accumulates a window, 40 epochs")]
    [InlineData(null, "a-fasttree: 6 of 6, trained")]
    public void EpochsAreThoseRun(int? epochs, params string[] output) => Assert.Equal(epochs, RunRecord.EpochsIn(output));

    public void Dispose() => _folder.Dispose();
}
