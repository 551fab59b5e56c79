using EdgeInfer.Runtime.Clocks;
using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Health;
using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Sessions;

namespace EdgeInfer.Runtime.Tests.Health;

public sealed class ClockWatchTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AClockTenYearsOffThatIsSetIsToldOnceWithItsOffset()
    {
        await using var broker = await CollectingBroker.StartAsync();
        var time = new SetClock(Now.AddYears(-10));
        var isSet = false;
        await using (var session = await ConnectAsync(broker))
        {
            var stamp = new Stamp(session, time, new DeviceClock(time, synced: false));
            var watch = ClockWatch.RunAsync(stamp, () => isSet, Cancellation);
            time.Ring();
            time.Pass(7_000);
            (time.Wall, isSet) = (Now.AddSeconds(7), true);
            time.Ring();
            await watch;
            Assert.True(stamp.Now().Synced);
        }

        var clock = Assert.Single(broker.Of("clock")).Json!.RootElement;
        Assert.Equal((Now - Now.AddYears(-10)).TotalMilliseconds, clock.GetProperty("offset_ms").GetInt64());
        Assert.Equal(Now.AddSeconds(7).ToUnixTimeMilliseconds(), clock.GetProperty("ts").GetInt64());
        Assert.True(clock.GetProperty("ts_synced").GetBoolean());
        Assert.Equal((7_000, 1), (clock.GetProperty("mono_ms").GetInt64(), clock.GetProperty("seq").GetInt64()));
    }

    [Fact]
    public async Task AClockThatWasSetFromTheStartIsNotTold()
    {
        await using var broker = await CollectingBroker.StartAsync();
        var time = new SetClock(Now);
        await using (var session = await ConnectAsync(broker))
            await ClockWatch.RunAsync(new Stamp(session, time, new DeviceClock(time, synced: true)), () => true, Cancellation);
        Assert.Empty(broker.Of("clock"));
    }

    [Fact]
    public async Task AClockThatIsNeverSetEndsWithTheDevice()
    {
        await using var broker = await CollectingBroker.StartAsync();
        var time = new SetClock(Now.AddYears(-10));
        using var stop = new CancellationTokenSource();
        await using (var session = await ConnectAsync(broker))
        {
            var watch = ClockWatch.RunAsync(new Stamp(session, time, new DeviceClock(time, synced: false)), () => false, stop.Token);
            await stop.CancelAsync();
            await watch;
        }

        Assert.Empty(broker.Of("clock"));
    }

    private static Task<MqttSession> ConnectAsync(CollectingBroker broker) => MqttSession.ConnectAsync(
        new DeviceOptions(new BrokerAccess(new BrokerAddress("127.0.0.1", broker.Port)), "lab", "dev")
            .Session(static () => default, _ => { }),
        TimeProvider.System,
        Cancellation);
}
