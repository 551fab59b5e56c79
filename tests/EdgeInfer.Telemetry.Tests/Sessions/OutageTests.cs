using System.Collections.Concurrent;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Tests.Support;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Telemetry.Tests.Sessions;

/// <summary>A broker that is away for long, and devices that start without it.</summary>
public sealed class OutageTests : IAsyncDisposable
{
    /// <summary>Half an hour at the highest rate of single answers.</summary>
    private const int HalfAnHour = 30 * 60 * 50;

    private readonly Mosquitto _broker = Mosquitto.OrSkip();
    private readonly TemporaryFolder _state = new();
    private readonly ConcurrentQueue<string> _notices = [];

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        _state.Dispose();
    }

    [Fact]
    [Slow("sends the messages of half an hour")]
    public async Task TheMessagesOfHalfAnHourWithoutBrokerArriveOnceAndInOrder()
    {
        using var subscriber = await SubscribedBeforeAsync();
        await using var session = await StartAsync();
        for (var i = 0; i < HalfAnHour; i++)
            await session.PublishAsync(seq => Samples.Inference with { Seq = seq }, TestContext.Current.CancellationToken);
        Assert.Equal((HalfAnHour, 0L), (session.OutboxDepth, session.Dropped));

        await _broker.StartAsync();
        await subscriber.ReconnectAsync();
        // However slow the machine: as long as one more arrives within the bound, it goes on.
        for (var heard = 0; heard <= HalfAnHour; heard = subscriber.Count)
            await Eventually.True(() => subscriber.Count > heard, "one more arrives");
        await Eventually.True(() => session.OutboxDepth == 0, "all is answered");
        Assert.Equal(Enumerable.Range(1, HalfAnHour).Select(seq => (long)seq), subscriber.Seqs());
    }

    [Fact]
    public async Task ADeviceThatStartsWithoutItsBrokerSaysSoAndGoesOn()
    {
        await using var session = await StartAsync();
        Assert.False(session.IsConnected);
        Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        var told = FormattableString.Invariant($"no broker at 127.0.0.1:{_broker.Port}: ");
        await Eventually.True(() => _notices.Any(notice => notice.Contains(told, StringComparison.Ordinal)), "it is told");
        await _broker.StartAsync();
        await Eventually.True(() => session.OutboxDepth == 0, "the message goes out");
    }

    [Fact]
    public async Task ALaterSessionSendsWhatAnEarlierOneCouldNot()
    {
        using var subscriber = await SubscribedBeforeAsync();
        var earlier = await StartAsync(new SessionTiming { Flush = TimeSpan.FromMilliseconds(50) });
        for (var i = 0; i < 10; i++)
            Assert.True(earlier.TryPublish(seq => Samples.Inference with { Seq = seq }));
        await earlier.DisposeAsync();
        Assert.Contains(_notices, notice => notice.Contains($"wait in {_state.Path}; the next start sends them", StringComparison.Ordinal));

        await _broker.StartAsync();
        await subscriber.ReconnectAsync();
        await using var later = await StartAsync();
        Assert.True(later.TryPublish(seq => Samples.Summary with { Seq = seq }));
        await Eventually.True(() => later.OutboxDepth == 0, "all goes out");
        await Eventually.True(() => subscriber.Seqs().Count == 11, "all arrives");
        Assert.Equal([.. Enumerable.Range(1, 10).Select(seq => (long)seq), 1], subscriber.Seqs());
    }

    /// <summary>A reader whose session waits at the broker, which is away when this returns.</summary>
    private async Task<Subscriber> SubscribedBeforeAsync()
    {
        await _broker.StartAsync();
        var subscriber = await Subscriber.ConnectAsync(_broker.Port);
        await _broker.StopAsync();
        return subscriber;
    }

    private Task<MqttSession> StartAsync(SessionTiming? timing = null) => MqttSession.ConnectAsync(
        new SessionOptions
        {
            Host = "127.0.0.1",
            Port = _broker.Port,
            Topics = new DeviceTopics("lab", "pi5"),
            StateFolder = _state.Path,
            StartsWithoutBroker = true,
            Now = static () => new StampedTime(Samples.Info.Ts, Synced: true, MonoMs: 1),
            Notice = _notices.Enqueue,
            Timing = timing ?? new SessionTiming { LongestRetry = TimeSpan.FromMilliseconds(100) },
        },
        TimeProvider.System,
        TestContext.Current.CancellationToken);
}
