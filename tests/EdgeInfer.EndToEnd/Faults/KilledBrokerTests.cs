using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;

namespace EdgeInfer.EndToEnd.Faults;

/// <summary>The broker is killed with -9 and started again while a device publishes.</summary>
public sealed class KilledBrokerTests(QuickDemo demo) : IAsyncDisposable
{
    /// <summary>
    /// Otherwise Mosquitto forgets with -9 who listens, and what it has answered for and not yet sent on: 20 messages at once.
    /// </summary>
    private readonly Mosquitto _broker = Mosquitto.OrSkip("autosave_interval 1\nmax_inflight_messages 0");

    public ValueTask DisposeAsync() => _broker.DisposeAsync();

    [Fact]
    [Slow("kills a broker several times under load")]
    public async Task NothingIsLostHoweverOftenTheBrokerIsKilled()
    {
        await demo.ResultAsync();
        await _broker.StartAsync();
        await using var received = await ReceivedNumbers.StartAsync(_broker.Port);
        using var device = new LoopingDevice(demo, _broker.Port);
        await using var process = device.Start();
        var rounds = FaultRounds.Or(4);
        for (var round = 0; round < rounds; round++)
        {
            await FlowAsync(device, received);
            await _broker.KillAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(100 * (round % 5)), TestContext.Current.CancellationToken);
            await _broker.StartAsync();
        }

        await FlowAsync(device, received);
        process.InterruptAlone();
        var end = (await process.EndAsync()).Succeeded();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', end.Output));
        await Eventually.True(() => received.Holes().Count == 0, "no number is missing");
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{rounds} kills: {received.Count} messages arrived, {received.Repetitions} repetitions");
    }

    /// <summary>
    /// What had waited is gone, and more comes. A device that loses its broker again and again waits up to half a minute before
    /// it tries again.
    /// </summary>
    private static async Task FlowAsync(LoopingDevice device, ReceivedNumbers received)
    {
        var seen = received.Count;
        for (var second = 0; second < 300 && (received.Count <= seen + 100 || !device.IsEmpty); second++)
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.True(received.Count > seen + 100 && device.IsEmpty, "messages flow");
    }
}
