using System.Collections.Concurrent;
using EdgeInfer.Core.Errors;
using EdgeInfer.Hub.Brokers;
using EdgeInfer.Hub.Ingestion;
using EdgeInfer.Hub.Tests.Support;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Availability;
using EdgeInfer.Telemetry.Messages.Clock;
using EdgeInfer.Telemetry.Messages.Health;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Messages.Info;
using EdgeInfer.Telemetry.Rules;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Hub.Tests.Ingestion;

public sealed class DeviceListenerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Slow("sends ten thousand messages")]
    public async Task OfTenThousandMessagesNoneIsLost()
    {
        const int Messages = 10_000;
        await using var broker = await EmbeddedBroker.StartAsync(0, Cancellation);
        await using var listener = await ListenAsync(broker.Port);
        string boot;
        await using (var session = await ConnectAsync(broker.Port))
        {
            boot = session.Boot;
            for (var i = 0; i < Messages; i++)
                await session.PublishAsync(seq => Samples.Inference with { Seq = seq, Boot = boot }, Cancellation);
            await DeliveredAsync(session);
        }

        var seqs = new List<long>();
        await foreach (var received in listener.Messages.ReadAllAsync(Cancellation))
        {
            if (received is Received<InferenceMessage> inference)
                seqs.Add(inference.Message.Seq);
            if (received is Received<AvailabilityMessage> { Message.Online: false })
                break;
        }

        Assert.Equal(Enumerable.Range(1, Messages).Select(i => (long)i), seqs);
        Assert.Equal(new SequenceCounts(Messages, Messages, 0), listener.Ledger.Of(new BootKey("lab", "pi5", boot)));
        Assert.Equal((0L, 0L), (listener.Rejections.Total, broker.Dropped));
    }

    [Fact]
    public async Task AReaderThatIsLateStillGetsEveryMessage()
    {
        const int Messages = 3_000;
        await using var broker = await EmbeddedBroker.StartAsync(0, Cancellation);
        await using var listener = await DeviceListener.StartAsync(
            new ListenerOptions { Host = "127.0.0.1", Port = broker.Port, Capacity = 10 }, TimeProvider.System, Cancellation);
        await using (var session = await ConnectAsync(broker.Port))
        {
            for (var i = 0; i < Messages; i++)
                await session.PublishAsync(seq => Samples.Inference with { Seq = seq }, Cancellation);
            await DeliveredAsync(session);
        }

        var count = 0;
        await foreach (var received in listener.Messages.ReadAllAsync(Cancellation))
        {
            count += received is Received<InferenceMessage> ? 1 : 0;
            if (received is Received<AvailabilityMessage> { Message.Online: false })
                break;
        }

        Assert.Equal(Messages, count);
        Assert.Equal((0L, 0L), (listener.Ledger.Total.Lost, broker.Dropped));
    }

    [Fact]
    public async Task HostileMessagesAreCountedAndTheNextGoodOneIsHeard()
    {
        await using var broker = await EmbeddedBroker.StartAsync(0, Cancellation);
        await using var listener = await ListenAsync(broker.Port);
        using var publisher = await Publisher.ConnectAsync(broker.Port);
        await publisher.PublishAsync("edgeinfer/lab/pi5/inference/s13/har-phone-cnn-int8", "{");
        await publisher.PublishAsync("edgeinfer/lab/pi5/inference/s13/har-phone-cnn-int8", new string('[', 100_000));
        await publisher.PublishAsync("edgeinfer/lab/pi5/nonsense/a/b/c", "{}");
        await publisher.PublishAsync(
            "edgeinfer/lab/pi5/info", InfoMessage.Kind.Encode(Samples.Info));
        Assert.Equal(new Received<InfoMessage>("lab", "pi5", Samples.Info), await listener.Messages.ReadAsync(Cancellation));
        Assert.Equal((2L, 1L), (listener.Rejections[Rejection.Json], listener.Rejections[Rejection.Topic]));
    }

    [Fact]
    public async Task AMessageThatComesTwiceIsHeardOnceAndCounted()
    {
        await using var broker = await EmbeddedBroker.StartAsync(0, Cancellation);
        await using var listener = await ListenAsync(broker.Port);
        using var publisher = await Publisher.ConnectAsync(broker.Port);
        foreach (var seq in (long[])[1, 2, 2, 1, 4])
        {
            await publisher.PublishAsync(
                "edgeinfer/lab/pi5/inference/s13/har-phone-cnn-int8",
                InferenceMessage.Kind.Encode(Samples.Inference with { Seq = seq }));
        }

        var heard = new List<long>();
        while (heard.Count < 3)
            heard.Add(Assert.IsType<Received<InferenceMessage>>(await listener.Messages.ReadAsync(Cancellation)).Message.Seq);
        Assert.Equal([1, 2, 4], heard);
        Assert.Equal(new SequenceCounts(4, 3, 2), listener.Ledger.Total);
        Assert.Equal(1, listener.Ledger.Total.Lost);
    }

    [Fact]
    public async Task MessagesOfAClockTenYearsOffComeInAtOnceAndAreRestatedOnceItIsSet()
    {
        await using var broker = await EmbeddedBroker.StartAsync(0, Cancellation);
        await using var listener = await ListenAsync(broker.Port);
        using var publisher = await Publisher.ConnectAsync(broker.Port);
        var truth = Samples.Info.Ts;
        var tenYears = (long)TimeSpan.FromDays(3_652).TotalMilliseconds;
        var early = Samples.Info with { Ts = truth - tenYears, TsSynced = false };
        var health = Samples.Health with { Ts = truth - tenYears + 1, TsSynced = false };
        await publisher.PublishAsync("edgeinfer/lab/pi5/info", InfoMessage.Kind.Encode(early));
        var info = await listener.Messages.ReadAsync(Cancellation);
        Assert.Null(listener.Clocks.TimeOf(info));

        await publisher.PublishAsync("edgeinfer/lab/pi5/clock", ClockMessage.Kind.Encode(Samples.Clock with { OffsetMs = tenYears }));
        await publisher.PublishAsync("edgeinfer/lab/pi5/telemetry", HealthMessage.Kind.Encode(health));
        await publisher.PublishAsync("edgeinfer/lab/pi5/info", InfoMessage.Kind.Encode(early with { Seq = 9, Boot = "other" }));
        var clock = await listener.Messages.ReadAsync(Cancellation);

        Assert.Equal(Samples.Clock.Ts, listener.Clocks.TimeOf(clock));
        Assert.Equal(truth, listener.Clocks.TimeOf(info));
        Assert.Equal(truth + 1, listener.Clocks.TimeOf(await listener.Messages.ReadAsync(Cancellation)));
        Assert.Null(listener.Clocks.TimeOf(await listener.Messages.ReadAsync(Cancellation)));
        Assert.Equal(0, listener.Rejections.Total);
    }

    [Fact]
    public async Task AListenerHearsOnlyItsDevice()
    {
        await using var broker = await EmbeddedBroker.StartAsync(0, Cancellation);
        await using var listener = await DeviceListener.StartAsync(
            new ListenerOptions { Host = "127.0.0.1", Port = broker.Port, Site = "lab", Device = "pi5" },
            TimeProvider.System,
            Cancellation);
        using var publisher = await Publisher.ConnectAsync(broker.Port);
        await publisher.PublishAsync("edgeinfer/lab/pi4/availability", "online");
        await publisher.PublishAsync("edgeinfer/lab/pi5/availability", "online");
        Assert.Equal(new Received<AvailabilityMessage>("lab", "pi5", new(Online: true)), await listener.Messages.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task AListenerComesBackAfterItsBroker()
    {
        var broker = await EmbeddedBroker.StartAsync(0, Cancellation);
        var notices = new ConcurrentQueue<string>();
        await using var listener = await ListenAsync(broker.Port, notices.Enqueue);
        await broker.DisposeAsync();
        await using var next = await EmbeddedBroker.StartAsync(broker.Port, Cancellation);
        await Eventually.True(
            () => notices.Any(notice => notice.StartsWith("connected", StringComparison.Ordinal)), "the listener is back");
        using var publisher = await Publisher.ConnectAsync(next.Port);
        await publisher.PublishAsync("edgeinfer/lab/pi5/availability", "online");
        Assert.Equal(new Received<AvailabilityMessage>("lab", "pi5", new(Online: true)), await listener.Messages.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task AfterTheEndTheReaderGetsWhatHadArrivedAndThenTheEnd()
    {
        await using var broker = await EmbeddedBroker.StartAsync(0, Cancellation);
        var listener = await ListenAsync(broker.Port);
        using var publisher = await Publisher.ConnectAsync(broker.Port);
        await publisher.PublishAsync("edgeinfer/lab/pi5/availability", "online");
        Assert.True(await listener.Messages.WaitToReadAsync(Cancellation));
        await listener.DisposeAsync();
        await listener.DisposeAsync();
        Assert.Single(await listener.Messages.ReadAllAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task WithoutABrokerTheErrorNamesHostAndPort()
    {
        var broker = await EmbeddedBroker.StartAsync(0, Cancellation);
        await broker.DisposeAsync();
        var error = await Assert.ThrowsAsync<InvalidInputException>(() => ListenAsync(broker.Port));
        Assert.StartsWith(
            FormattableString.Invariant($"127.0.0.1:{broker.Port}: no MQTT broker reached: "), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANameThatIsNoTopicLevelIsRefusedBeforeAnyConnection() => Assert.Equal(
        "site",
        (await Assert.ThrowsAsync<InvalidInputException>(
            () => DeviceListener.StartAsync(
                new ListenerOptions { Host = "127.0.0.1", Port = 1, Site = "#" }, TimeProvider.System, Cancellation))).Place);

    // A session that ends delivers for ten seconds, which is too little on a machine that does much else.
    private static async Task DeliveredAsync(MqttSession session)
    {
        while (session.OutboxDepth > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), Cancellation);
    }

    private static Task<DeviceListener> ListenAsync(int port, Action<string>? notice = null) => DeviceListener.StartAsync(
        new ListenerOptions { Host = "127.0.0.1", Port = port, Notice = notice ?? (static _ => { }) }, TimeProvider.System, Cancellation);

    private static Task<MqttSession> ConnectAsync(int port) => MqttSession.ConnectAsync(
        new SessionOptions { Host = "127.0.0.1", Port = port, Topics = new DeviceTopics("lab", "pi5"), Now = static () => default },
        TimeProvider.System,
        Cancellation);
}
