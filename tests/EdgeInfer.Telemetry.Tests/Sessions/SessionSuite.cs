using System.Collections.Concurrent;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Tests.Support;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Telemetry.Tests.Sessions;

/// <summary>What a session promises, held against each broker.</summary>
public abstract class SessionSuite : IAsyncLifetime
{
    private protected static readonly DeviceTopics Topics = new("lab", "pi5");

    private protected static readonly SessionTiming Quick = new()
    {
        FirstRetry = TimeSpan.FromMilliseconds(20),
        LongestRetry = TimeSpan.FromMilliseconds(100),
        Flush = TimeSpan.FromSeconds(5),
    };

    private protected ConcurrentQueue<string> Notices { get; } = [];

    private protected abstract IBroker Broker { get; }

    public async ValueTask InitializeAsync() => await Broker.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task AvailabilityIsRetainedForWhoComesLater()
    {
        using var early = await Subscriber.ConnectAsync(Broker.Port);
        await using (await ConnectAsync(Broker.Port))
        {
            await Eventually.True(() => early.Heard.Any(heard => heard.Payload == "online"), "online");
            await AssertRetainedAvailabilityAsync("online");
        }

        await Eventually.True(() => early.Heard.Any(heard => heard.Payload == "offline"), "offline");
        await AssertRetainedAvailabilityAsync("offline");
    }

    [Fact]
    public async Task TheWillSaysOfflineWhenTheSocketDies()
    {
        using var relay = new TcpRelay(Broker.Port);
        using var subscriber = await Subscriber.ConnectAsync(Broker.Port);
        var session = await ConnectAsync(relay.Port, timing: Quick with { Flush = TimeSpan.FromMilliseconds(100) });
        await Eventually.True(() => subscriber.Heard.Any(heard => heard.Payload == "online"), "online");
        relay.Cut(forGood: true);
        await Eventually.True(() => subscriber.Heard.Any(heard => heard.Payload == "offline"), "offline");
        await AssertRetainedAvailabilityAsync("offline");
        await session.DisposeAsync();
    }

    [Fact]
    public async Task NumbersAreGaplessFromOneInOrderWhoeverPublishes()
    {
        using var subscriber = await Subscriber.ConnectAsync(Broker.Port);
        await using (var session = await ConnectAsync(Broker.Port))
        {
            await session.PublishAsync(seq => Samples.Info with { Seq = seq }, TestContext.Current.CancellationToken);
            await session.PublishAsync(seq => Samples.ModelState with { Seq = seq }, TestContext.Current.CancellationToken);
            Parallel.For(0, 2, _ =>
            {
                for (var i = 0; i < 200; i++)
                    Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
            });
            await session.PublishAsync(seq => Samples.Comparison with { Seq = seq }, TestContext.Current.CancellationToken);
            Assert.Equal(403, session.LastSeq);
        }

        await Eventually.True(() => subscriber.Heard.Any(heard => heard.Payload == "offline"), "offline");
        Assert.Equal(Enumerable.Range(1, 403).Select(i => (long)i), subscriber.Seqs());
        Assert.Equal("offline", subscriber.Heard[^1].Payload);
        Assert.All(subscriber.Heard, heard => Assert.Equal(1, heard.QualityOfService));
    }

    [Fact]
    public async Task AMessageWithoutAnswerIsSentAgainUnderItsNumber()
    {
        using var relay = new TcpRelay(Broker.Port);
        using var subscriber = await Subscriber.ConnectAsync(Broker.Port);
        await using var session = await ConnectAsync(relay.Port);
        Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        await Eventually.True(() => session.OutboxDepth == 0, "the first is acknowledged");

        relay.SwallowAnswers(true);
        Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        await Eventually.True(() => subscriber.Seqs().Count == 2, "the broker has the second");
        relay.SwallowAnswers(false);
        relay.Cut();

        await Eventually.True(() => subscriber.Seqs().Count == 4, "the second again, then the third");
        Assert.Equal([1, 2, 2, 3], subscriber.Seqs());
        var second = subscriber.Heard.Where(heard => heard.Payload.Contains("\"seq\":2,", StringComparison.Ordinal));
        Assert.Single(second.Distinct());
        Assert.Equal(1, session.Reconnects);
    }

    [Fact]
    public async Task ABrokerThatStopsAnsweringIsLeftAfterAWhile()
    {
        using var relay = new TcpRelay(Broker.Port);
        using var subscriber = await Subscriber.ConnectAsync(Broker.Port);
        await using var session = await ConnectAsync(relay.Port, timing: Quick with { Answer = TimeSpan.FromMilliseconds(500) });
        relay.SwallowAnswers(true);
        Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        await Eventually.True(() => !session.IsConnected, "the session gives the connection up");
        relay.SwallowAnswers(false);
        await Eventually.True(() => session.OutboxDepth == 0, "the message is delivered");
        Assert.All(subscriber.Seqs(), seq => Assert.Equal(1, seq));
    }

    [Fact]
    public async Task TelemetryCarriesNoNumberAndTheStateOfTheOutbox()
    {
        using var subscriber = await Subscriber.ConnectAsync(Broker.Port);
        await using var session = await ConnectAsync(Broker.Port);
        await Eventually.True(() => session.TryPublish(Samples.Telemetry), "connected");
        await Eventually.True(() => subscriber.Heard.Any(heard => heard.Topic == Topics.Telemetry), "telemetry");
        var heard = subscriber.Heard.Last(heard => heard.Topic == Topics.Telemetry);
        Assert.Equal(0, heard.QualityOfService);
        Assert.DoesNotContain("\"seq\"", heard.Payload, StringComparison.Ordinal);
        Assert.Contains("\"outbox_depth\":0,\"outbox_dropped\":0", heard.Payload, StringComparison.Ordinal);
        Assert.Equal(0, session.LastSeq);
    }

    private protected Task<MqttSession> ConnectAsync(
        int port, Action<string>? notice = null, SessionTiming? timing = null) => MqttSession.ConnectAsync(
        new SessionOptions
        {
            Host = "127.0.0.1", Port = port, Topics = Topics, Notice = notice ?? Notices.Enqueue, Timing = timing ?? Quick,
        },
        TimeProvider.System,
        TestContext.Current.CancellationToken);

    private protected static Task PublishAsync(MqttSession session, int count)
    {
        var cancellation = TestContext.Current.CancellationToken;
        return Task.Run(
            async () =>
            {
                for (var i = 0; i < count; i++)
                    await session.PublishAsync(seq => Samples.Inference with { Seq = seq }, cancellation);
            },
            cancellation);
    }

    private async Task AssertRetainedAvailabilityAsync(string payload)
    {
        using var late = await Subscriber.ConnectAsync(Broker.Port);
        await Eventually.True(() => late.Heard.Any(heard => heard.Payload == payload), $"{payload} on availability");
        var heard = late.Heard[^1];
        Assert.Equal((Topics.Availability, payload), (heard.Topic, heard.Payload));
    }
}
