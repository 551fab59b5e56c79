using EdgeInfer.Telemetry.Tests.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Telemetry.Tests.Sessions;

public sealed class MosquittoTests : SessionSuite
{
    private readonly Mosquitto _broker = Mosquitto.OrSkip("max_packet_size 4000");

    private readonly TemporaryFolder _state = new();

    private protected override IBroker Broker => _broker;

    private protected override string StateFolder => _state.Path;

    [Fact]
    public async Task ARestartMidStreamLosesNothingOnTheWayToADurableReader()
    {
        const int Messages = 1_000;
        using var subscriber = await Subscriber.ConnectAsync(_broker.Port);
        await using (var session = await ConnectAsync(_broker.Port))
        {
            var publishing = PublishAsync(session, Messages);
            await Eventually.True(() => subscriber.Seqs().Count > 50, "the stream runs");
            await _broker.StopAsync();
            await _broker.StartAsync();
            await subscriber.ReconnectAsync();
            await publishing;
        }

        await Eventually.True(() => subscriber.Seqs().Contains(Messages), "the last one");
        Assert.Equal(Enumerable.Range(1, Messages).Select(i => (long)i), subscriber.Seqs().Distinct().Order());
    }

    [Fact]
    public async Task AfterAKillTheSessionResumesWithTheMessageThatHadNoAnswer()
    {
        await using var session = await ConnectAsync(_broker.Port);
        await _broker.KillAsync();
        for (var i = 0; i < 5; i++)
            Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        await Eventually.True(() => !session.IsConnected, "the loss is noticed");
        await _broker.StartAsync();
        using var subscriber = await Subscriber.ConnectAsync(_broker.Port);
        await session.PublishAsync(seq => Samples.Summary with { Seq = seq }, TestContext.Current.CancellationToken);
        await Eventually.True(() => session.OutboxDepth == 0, "all delivered");
        Assert.Equal((6L, 0L), (session.LastSeq, session.Refused));
        await Eventually.True(() => subscriber.Seqs().LastOrDefault() == 6, "the last one arrives");
    }

    [Fact]
    public async Task TwoDevicesOfOneIdAreSuspectedThoughTheBrokerDoesNotSaySo()
    {
        var timing = Quick with { Flush = TimeSpan.FromMilliseconds(50) };
        await using var first = await ConnectAsync(_broker.Port, timing: timing);
        await using var second = await ConnectAsync(_broker.Port, timing: timing, state: _state.File("second"));
        await Eventually.True(
            () => Notices.Any(notice => notice.Contains($"another client may use the id {Topics.Root};", StringComparison.Ordinal)),
            "the suspicion");
    }

    [Fact]
    public async Task APacketTooLargeForTheBrokerIsGivenUpNotRepeatedForEver()
    {
        using var subscriber = await Subscriber.ConnectAsync(_broker.Port);
        await using var session = await ConnectAsync(_broker.Port);
        Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq, Label = new string('x', 5_000) }));
        Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        await Eventually.True(() => subscriber.Seqs().Contains(2), "the next one arrives");
        Assert.Equal(1, session.Refused);
        Assert.Equal([2], subscriber.Seqs());
    }
}
