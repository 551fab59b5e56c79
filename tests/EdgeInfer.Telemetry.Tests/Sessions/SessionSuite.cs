using System.Collections.Concurrent;
using System.Text;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Links;
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
        WillDelay = TimeSpan.Zero,
    };

    private protected ConcurrentQueue<string> Notices { get; } = [];

    private protected abstract IBroker Broker { get; }

    /// <summary>Null keeps the outbox in memory.</summary>
    private protected virtual string? StateFolder => null;

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
            await session.PublishAsync(seq => Samples.Summary with { Seq = seq }, TestContext.Current.CancellationToken);
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
        await Eventually.True(() => subscriber.Seqs().Count == 3, "the broker has both");
        relay.SwallowAnswers(false);
        relay.Cut();

        await Eventually.True(() => subscriber.Seqs().Count == 5, "both again");
        Assert.Equal([1, 2, 3, 2, 3], subscriber.Seqs());
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
    public async Task HealthCarriesNoNumber()
    {
        using var subscriber = await Subscriber.ConnectAsync(Broker.Port);
        await using var session = await ConnectAsync(Broker.Port);
        await Eventually.True(() => session.TryPublish(Samples.Health), "connected");
        await Eventually.True(() => subscriber.Heard.Any(heard => heard.Topic == Topics.Below("telemetry")), "health");
        var heard = subscriber.Heard.Last(heard => heard.Topic == Topics.Below("telemetry"));
        Assert.Equal(0, heard.QualityOfService);
        Assert.DoesNotContain("\"seq\"", heard.Payload, StringComparison.Ordinal);
        Assert.Contains("\"outbox_depth\":17,\"outbox_bytes\":7000,\"outbox_dropped\":3", heard.Payload, StringComparison.Ordinal);
        Assert.Equal(0, session.LastSeq);
    }

    [Fact]
    public async Task ACommandIsHeardAndItsAnswerCarriesWhatTheSenderKnowsItBy()
    {
        using var requester = await Requester.ConnectAsync(Broker.Port);
        await using var session = await ConnectAsync(Broker.Port);
        await session.SubscribeAsync(Topics.Below("cmd/+"), command =>
        {
            Assert.True(session.TryReply(command, Encoding.UTF8.GetBytes($"{command.Topic.Split('/')[^1]}: {Text(command)}")));
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken);

        await requester.SendAsync(Topics.Below("cmd/ping"), "one", correlation: "no. 1");
        await requester.SendAsync(Topics.Below("cmd/model"), "two", correlation: "no. 2");
        await Eventually.True(() => requester.Answers.Count == 2, "both answers");

        Assert.Equal([("ping: one", "no. 1"), ("model: two", "no. 2")], requester.Answers);
        Assert.Equal((0L, 0L), (session.LastSeq, session.ReceiveFailures));
    }

    [Fact]
    public async Task WhatWantsNoAnswerGetsNone()
    {
        using var requester = await Requester.ConnectAsync(Broker.Port);
        await using var session = await ConnectAsync(Broker.Port);
        var replied = new ConcurrentQueue<bool>();
        await session.SubscribeAsync(Topics.Below("cmd/ping"), command =>
        {
            replied.Enqueue(session.TryReply(command with { ResponseTopic = "operator/#" }, "x"u8));
            replied.Enqueue(session.TryReply(command, "x"u8));
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken);

        await requester.SendAsync(Topics.Below("cmd/ping"), "");
        await Eventually.True(() => replied.Count == 2, "the command");

        Assert.Equal([false, false], replied);
    }

    [Fact]
    public async Task AHandlerThatFailsIsCountedAndHoldsNoMessageUp()
    {
        // More than a broker sends ahead without an acknowledgement: the 1,000 that the link allows.
        const int Bad = 1_100;
        using var requester = await Requester.ConnectAsync(Broker.Port);
        await using var session = await ConnectAsync(Broker.Port);
        var heard = new ConcurrentQueue<string>();
        await session.SubscribeAsync(Topics.Below("cmd/#"), command =>
        {
            if (Text(command) == "bad")
                throw new InvalidOperationException("no such command");
            heard.Enqueue(Text(command));
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken);

        for (var i = 0; i < Bad; i++)
            await requester.SendAsync(Topics.Below("cmd/ping"), "bad");
        await requester.SendAsync(Topics.Below("cmd/ping"), "good");
        await Eventually.True(() => !heard.IsEmpty, "the good one");

        Assert.Equal(["good"], heard);
        Assert.Equal(Bad, session.ReceiveFailures);
        Assert.Contains(
            $"a message for {Topics.Below("cmd/ping")} could not be handled: no such command", Notices);
    }

    [Fact]
    public async Task ASubscriptionThatWasCancelledHearsNothing()
    {
        using var requester = await Requester.ConnectAsync(Broker.Port);
        await using var session = await ConnectAsync(Broker.Port);
        await Eventually.True(() => session.IsConnected, "connected");
        var heard = new ConcurrentQueue<string>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.SubscribeAsync(
            Topics.Below("cmd/ping"), Hear("cancelled"), new CancellationToken(canceled: true)));
        await session.SubscribeAsync(Topics.Below("cmd/ping"), Hear("kept"), TestContext.Current.CancellationToken);

        await requester.SendAsync(Topics.Below("cmd/ping"), "now");
        await Eventually.True(() => heard.Contains("kept"), "the command");

        Assert.Equal(["kept"], heard);

        Func<IncomingMessage, Task> Hear(string name) => _ =>
        {
            heard.Enqueue(name);
            return Task.CompletedTask;
        };
    }

    [Fact]
    public async Task ASubscriptionOutlivesItsConnection()
    {
        using var relay = new TcpRelay(Broker.Port);
        using var requester = await Requester.ConnectAsync(Broker.Port);
        await using var session = await ConnectAsync(relay.Port);
        var heard = new ConcurrentQueue<string>();
        await session.SubscribeAsync(Topics.Below("cmd/ping"), command =>
        {
            heard.Enqueue(Text(command));
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken);
        relay.Cut();
        await Eventually.True(() => session.Reconnects >= 1 && session.IsConnected, "the session is back");

        await requester.SendAsync(Topics.Below("cmd/ping"), "after");
        await Eventually.True(() => !heard.IsEmpty, "the command");

        Assert.Equal(["after"], heard);
    }

    private protected Task<MqttSession> ConnectAsync(
        int port, Action<string>? notice = null, SessionTiming? timing = null, string? state = null) => MqttSession.ConnectAsync(
        new SessionOptions
        {
            Host = "127.0.0.1",
            Port = port,
            Topics = Topics,
            StateFolder = state ?? StateFolder,
            Now = static () => new StampedTime(Samples.Info.Ts, Synced: true, MonoMs: 1),
            Notice = notice ?? Notices.Enqueue,
            Timing = timing ?? Quick,
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

    private static string Text(IncomingMessage message) => Encoding.UTF8.GetString(message.Payload.Span);

    private async Task AssertRetainedAvailabilityAsync(string payload)
    {
        using var late = await Subscriber.ConnectAsync(Broker.Port);
        await Eventually.True(() => late.Heard.Any(heard => heard.Payload == payload), $"{payload} on availability");
        var heard = late.Heard[^1];
        Assert.Equal(("text/plain", true), (heard.ContentType, heard.IsText));
        Assert.Equal((Topics.Below("availability"), payload), (heard.Topic, heard.Payload));
    }
}
