using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Tests.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Telemetry.Tests.Sessions;

public sealed class InProcessBrokerTests : SessionSuite
{
    private readonly InProcessBroker _broker = new(FreePort.Next());

    private protected override IBroker Broker => _broker;

    [Fact]
    public async Task ABrokerReplacedMidStreamLosesNothing()
    {
        const int Messages = 2_000;
        await using (var session = await ConnectAsync(_broker.Port))
        {
            var publishing = PublishAsync(session, Messages);
            await Eventually.True(() => TakenSeqs().Count > 200, "the stream runs");
            await _broker.StopAsync();
            Assert.InRange(TakenSeqs().Count, 200, Messages - 1);
            await _broker.StartAsync();
            await publishing;
            Assert.Equal(0, session.Dropped);
        }

        Assert.Equal(Enumerable.Range(1, Messages).Select(i => (long)i), TakenSeqs().Distinct());
        var inferences = _broker.Taken.Where(taken => taken.Topic == Topics.Below("inference/s13/har-phone-cnn-int8"));
        Assert.Equal(Messages, inferences.Distinct().Count());
    }

    [Fact]
    public async Task ABrokerThatForgotIsToldTheRetainedStateAgain()
    {
        await using var session = await ConnectAsync(_broker.Port);
        await session.PublishAsync(seq => Samples.Info with { Seq = seq }, TestContext.Current.CancellationToken);
        await Eventually.True(() => session.OutboxDepth == 0, "info is delivered");
        await _broker.StopAsync();
        await _broker.StartAsync();
        await Eventually.True(() => session.Reconnects == 1 && session.IsConnected, "the session is back");
        using var late = await Subscriber.ConnectAsync(_broker.Port);
        await Eventually.True(() => late.Heard.Count == 2, "both retained messages");
        Assert.Equal(
            [Topics.Below("availability"), Topics.Below("info")],
            late.Heard.Select(heard => heard.Topic).Order(StringComparer.Ordinal));
        Assert.Equal([1], late.Seqs());
    }

    [Fact]
    public async Task WhatIsPublishedWithoutABrokerWaitsForIt()
    {
        await using var session = await ConnectAsync(_broker.Port);
        await _broker.StopAsync();
        await Eventually.True(() => !session.IsConnected, "the loss is noticed");
        Assert.False(session.TryPublish(Samples.Health));
        for (var i = 0; i < 10; i++)
            Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        Assert.Equal(10, session.OutboxDepth);
        await _broker.StartAsync();
        await Eventually.True(() => session.OutboxDepth == 0, "all delivered");
        Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), TakenSeqs());
    }

    [Fact]
    public async Task ASessionThatEndsWithoutABrokerSaysWhatItCouldNotDeliver()
    {
        var session = await ConnectAsync(_broker.Port, timing: Quick with { Flush = TimeSpan.FromMilliseconds(50) });
        await _broker.StopAsync();
        await Eventually.True(() => !session.IsConnected, "the loss is noticed");
        Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        await session.DisposeAsync();
        Assert.Equal(1, session.OutboxDepth);
        Assert.Contains("1 messages not delivered", Notices.Last(), StringComparison.Ordinal);
        Assert.False(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        await session.DisposeAsync();
    }

    [Fact]
    public async Task ARefusedMessageIsCountedAndHoldsNothingUp()
    {
        _broker.Refuse = "unwanted";
        await using var session = await ConnectAsync(_broker.Port);
        Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq, Label = "unwanted" }));
        Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        await Eventually.True(() => session.OutboxDepth == 0, "both are answered");
        Assert.Equal(1, session.Refused);
        Assert.Equal([2], TakenSeqs());
    }

    [Fact]
    public async Task ARefusedReplyIsNoLostMessage()
    {
        _broker.Refuse = "unwanted";
        await using var session = await ConnectAsync(_broker.Port);
        var request = new IncomingMessage(Topics.Below("cmd/ping"), default, Retained: false) { ResponseTopic = "operator/answers" };
        Assert.True(session.TryReply(request, "unwanted"u8));
        Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        await Eventually.True(() => session.OutboxDepth == 0, "both are answered");
        Assert.Equal(0, session.Refused);
        Assert.Equal([1], TakenSeqs());
    }

    [Fact]
    public async Task AClientThatTakesTheIdIsReportedAndNotFoughtWith()
    {
        await using var first = await ConnectAsync(Broker.Port, timing: Quick with { Flush = TimeSpan.FromMilliseconds(50) });
        var others = new ConcurrentQueue<string>();
        await using var second = await ConnectAsync(Broker.Port, notice: others.Enqueue);
        await Eventually.True(() => Notices.Any(notice => notice.Contains("0x8E", StringComparison.Ordinal)), "the first is told");
        Assert.Contains(Topics.Root, Notices.Last(), StringComparison.Ordinal);

        await second.PublishAsync(seq => Samples.Inference with { Seq = seq }, TestContext.Current.CancellationToken);
        await Eventually.True(() => second.OutboxDepth == 0, "the second delivers");
        Assert.Equal((0, 0), (first.Reconnects, second.Reconnects));
        Assert.False(first.IsConnected);
        Assert.True(second.IsConnected);
    }

    [Fact]
    public async Task EveryBootHasAnotherName()
    {
        await using var first = await ConnectAsync(_broker.Port);
        await first.DisposeAsync();
        await using var second = await ConnectAsync(_broker.Port);
        Assert.Matches("^[0-9a-f]{16}$", first.Boot);
        Assert.NotEqual(first.Boot, second.Boot);
    }

    [Fact]
    public async Task WithoutABrokerAtStartTheErrorNamesHostAndPort()
    {
        await _broker.StopAsync();
        await AssertUnreachableAsync(_broker.Port);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n")]
    public async Task WhatIsNoBrokerAtStartIsReportedTheSameWay(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepting = AnswerAllAsync(listener, answer);
        await AssertUnreachableAsync(((IPEndPoint)listener.LocalEndpoint).Port);
        listener.Stop();
        await accepting;
    }

    private static async Task AnswerAllAsync(TcpListener listener, string answer)
    {
        var sockets = new List<Socket>();
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync();
                sockets.Add(socket);
                await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(answer));
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    private static async Task AssertUnreachableAsync(int port)
    {
        var options = new SessionOptions
        {
            Host = "127.0.0.1",
            Port = port,
            Topics = Topics,
            Now = static () => default,
            ConnectWithin = TimeSpan.FromMilliseconds(300),
            Timing = Quick with { Answer = TimeSpan.FromMilliseconds(100) },
        };
        var error = await Assert.ThrowsAsync<InvalidInputException>(
            () => MqttSession.ConnectAsync(options, TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.StartsWith(
            FormattableString.Invariant($"127.0.0.1:{port}: no MQTT broker reached within 0.3 s: "),
            error.Message,
            StringComparison.Ordinal);
    }

    private List<long> TakenSeqs() => [.. _broker.Taken
        .Where(taken => taken.Topic.StartsWith($"{Topics.Root}/inference/", StringComparison.Ordinal))
        .Select(taken => JsonDocument.Parse(taken.Payload).RootElement.GetProperty("seq").GetInt64())];
}
