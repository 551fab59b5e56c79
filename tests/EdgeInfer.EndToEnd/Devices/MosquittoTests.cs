using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support.Brokers;

namespace EdgeInfer.EndToEnd.Devices;

public class MosquittoTests(QuickDemo demo)
{
    [Fact]
    public async Task TwoModelsPublishToItWithoutAGap()
    {
        await using var broker = Mosquitto.OrSkip();
        await demo.ResultAsync();
        await broker.StartAsync();

        var run = await Replay.RunAsync(Executables.JitRuntime, "pi", broker.Port, demo, demo.Bundles[0], demo.Bundles[1]);

        Assert.Equal(
            ["vibration-sim-cnn-int8", "vibration-sim-fasttree"], run.Results.Select(result => result.Model).Order(StringComparer.Ordinal));
        Assert.All(run.Results, result => Assert.Equal(105, result.Windows));
        Assert.Equal(2 * 105, run.Answers.Count);
        Assert.True(run.Counts.Published >= (2 * 105) + 2);
        Assert.Equal(run.Counts.Published, run.Counts.Received);
    }
}
