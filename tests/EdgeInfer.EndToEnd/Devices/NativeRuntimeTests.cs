using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Hub.Brokers;

namespace EdgeInfer.EndToEnd.Devices;

public class NativeRuntimeTests(QuickDemo demo)
{
    [Fact]
    public Task OnThisMachineItProvesEveryBundle() => ProvesEveryBundleAsync([Executables.PublishedRuntime("linux-x64")]);

    [Fact]
    public Task OnArm64ItProvesEveryBundle() => ProvesEveryBundleAsync(Arm64.RuntimeOrSkip());

    [Fact]
    public Task OnThisMachineItAnswersAsTheJitDoes() => AnswersAsTheJitDoesAsync([Executables.PublishedRuntime("linux-x64")]);

    [Fact]
    public Task OnArm64ItAnswersAsTheJitDoes() => AnswersAsTheJitDoesAsync(Arm64.RuntimeOrSkip());

    private async Task ProvesEveryBundleAsync(string[] native)
    {
        await demo.ResultAsync();

        foreach (var bundle in demo.Bundles)
        {
            await using var check = ToolProcess.Start(demo.Folder, [.. native, "check", bundle]);
            var result = (await check.EndAsync()).Succeeded();
            Assert.Contains("8 golden cases within", Assert.Single(result.Output), StringComparison.Ordinal);
        }
    }

    private async Task AnswersAsTheJitDoesAsync(string[] native)
    {
        await demo.ResultAsync();
        await using var broker = await EmbeddedBroker.StartAsync(0, TestContext.Current.CancellationToken);

        var runs = await Task.WhenAll(
            Replay.RunAsync(Executables.JitRuntime, "jit", broker.Port, demo, demo.Bundles),
            Replay.RunAsync(native, "native", broker.Port, demo, demo.Bundles));

        Assert.All(runs, run => Assert.Equal(3 * 105, run.Answers.Count));
        Assert.All(runs, run => Assert.Equal(0, run.Counts.Lost));
        Assert.All(runs[0].Results, result => Assert.Equal("jit", result.Host));
        Assert.All(runs[1].Results, result => Assert.Equal("aot", result.Host));
        Assert.Equal(runs[0].Labels(), runs[1].Labels());
    }
}
