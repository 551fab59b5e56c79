using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Interrupting;

public sealed class InterruptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DuringTrainingWhatIsWholeIsKept(bool wholeGroup)
    {
        OwnRecordings.Write(_folder.File("data"));
        (await ToolProcess.EdgeInferAsync(
            _folder.Path, "train", "trees", "--quick", "--data", "data", "--out", "artifacts/demo/bundles")).Succeeded();
        // Not quick: the network's training must last until the signal comes.
        await using var demo = ToolProcess.StartEdgeInfer(_folder.Path, "demo", "--data", "data");
        await demo.LineAsync("pumps-cnn: ");

        var result = await InterruptAsync(demo, wholeGroup);

        Assert.Equal(["pumps-fasttree"], Entries("artifacts/demo/bundles"));
        Assert.Equal(
            "stopped: every process has ended; kept artifacts/demo/bundles/pumps-fasttree", result.Output[^1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DuringReplayEveryBundleIsKeptAndNoReportIsWritten(bool wholeGroup)
    {
        OwnRecordings.Write(_folder.File("data"), testSeconds: 200);
        await using var demo = ToolProcess.StartEdgeInfer(_folder.Path, "demo", "--quick", "--data", "data");
        await demo.LineAsync("connected to 127.0.0.1:");

        var result = await InterruptAsync(demo, wholeGroup);

        Assert.Equal(OwnRecordings.Bundles, Entries("artifacts/demo/bundles"));
        Assert.Contains("kept artifacts/demo/bundles/pumps-cnn-fp32, ", result.Output[^1], StringComparison.Ordinal);
        Assert.Equal(["bundles"], Entries("artifacts/demo"));
    }

    [Fact]
    public async Task DuringSimulationNoHalfOfItIsLeft()
    {
        await using var demo = ToolProcess.StartEdgeInfer(_folder.Path, "demo", "--task", "vibration-sim");
        var data = _folder.File("artifacts/demo/data");
        await Eventually.True(() => Directory.Exists(data) && Directory.EnumerateDirectories(data).Any(), "the simulation begins");

        var result = await InterruptAsync(demo, wholeGroup: true);

        Assert.Equal(["vibration-sim-1"], Entries("artifacts/demo/data"));
        Assert.Equal("stopped: every process has ended; kept artifacts/demo/data/vibration-sim-1", result.Output[^1]);
    }

    [Fact]
    public async Task ATrainingVerbEndsItsTrainerToo()
    {
        OwnRecordings.Write(_folder.File("data"));
        await using var train = ToolProcess.StartEdgeInfer(_folder.Path, "train", "net", "--data", "data", "--out", "models");
        await train.LineAsync("pumps-cnn: ");

        await InterruptAsync(train, wholeGroup: false);

        Assert.False(Directory.Exists(_folder.File("models")));
    }

    [Fact]
    public async Task AKilledTrainingTakesItsTrainerAlongAndGoesOnWhenGivenAgain()
    {
        OwnRecordings.Write(_folder.File("data"));
        string[] command =
        [
            "train", "net", "--data", "data", "--width", "2", "--margin", "100", "--out", "models", "--checkpoint", "state",
        ];
        await using var train = ToolProcess.StartEdgeInfer(_folder.Path, command);
        await train.LineAsync("pumps-cnn: 4 of ");
        Assert.Single(LeftBehind.In(_folder.Path));

        await KillAsync(train);
        var resumed = (await ToolProcess.EdgeInferAsync(_folder.Path, command)).Succeeded();

        Assert.Contains(resumed.Output, line => line.StartsWith("pumps-cnn: resumed at epoch ", StringComparison.Ordinal));
        Assert.Equal(["pumps-cnn-fp32", "pumps-cnn-int8"], Entries("models"));
        Assert.Empty(Entries("state"));
    }

    [Fact]
    public async Task AKilledDemoTakesItsRuntimeAlong()
    {
        OwnRecordings.Write(_folder.File("data"), testSeconds: 200);
        await using var demo = ToolProcess.StartEdgeInfer(_folder.Path, "demo", "--quick", "--keep", "--data", "data");
        await demo.LineAsync("connected to 127.0.0.1:");
        Assert.Single(LeftBehind.In(_folder.Path));

        await KillAsync(demo);
    }

    public void Dispose() => _folder.Dispose();

    private async Task KillAsync(ToolProcess process)
    {
        process.KillAlone();
        await Eventually.True(() => !LeftBehind.In(_folder.Path).Any(), "the child ends, too");
    }

    private async Task<ToolResult> InterruptAsync(ToolProcess process, bool wholeGroup)
    {
        if (wholeGroup)
            process.InterruptGroup();
        else
            process.InterruptAlone();
        var result = await process.EndAsync();
        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Empty(result.Errors);
        Assert.Empty(LeftBehind.In(_folder.Path));
        return result;
    }

    private IEnumerable<string?> Entries(string folder) =>
        Directory.EnumerateFileSystemEntries(_folder.File(folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
