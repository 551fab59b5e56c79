using System.Text.Json;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Telemetry.Tests.Sessions;

public sealed class OutboxTests
{
    private static readonly DeviceTopics Topics = new("lab", "pi5");

    [Fact]
    public void WithoutRoomTheNewMessageIsDroppedCountedAndTakesNoNumber()
    {
        var outbox = new Outbox(Topics, capacity: 2);
        Assert.True(Offer(outbox));
        Assert.True(Offer(outbox));
        Assert.False(Offer(outbox));
        Assert.Equal((1L, 2L), (outbox.Dropped, outbox.LastSeq));

        outbox.Remove();
        Assert.True(Offer(outbox));
        Assert.Equal([2L, 3L], Drain(outbox));
    }

    [Fact]
    public async Task AReplayWaitsForRoomAndLosesNothing()
    {
        var outbox = new Outbox(Topics, capacity: 1);
        Assert.True(Offer(outbox));
        var waiting = outbox.AddAsync(Numbered, TestContext.Current.CancellationToken).AsTask();
        Assert.False(waiting.IsCompleted);
        outbox.Remove();
        await waiting;
        Assert.Equal([2L], Drain(outbox));
        Assert.Equal(0, outbox.Dropped);
    }

    [Fact]
    public async Task AReplayThatWaitsIsToldOfTheEnd()
    {
        var outbox = new Outbox(Topics, capacity: 1);
        Assert.True(Offer(outbox));
        var waiting = outbox.AddAsync(Numbered, TestContext.Current.CancellationToken).AsTask();
        outbox.Close();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        Assert.False(Offer(outbox));
        Assert.Equal((1L, 1L), (outbox.Dropped, outbox.LastSeq));
    }

    [Fact]
    public void AMessageThatCannotBeWrittenTakesNoNumberAndFailsItsCaller()
    {
        var outbox = new Outbox(Topics);
        Assert.Throws<ArgumentException>(
            () => outbox.TryAdd(seq => Numbered(seq) with { LatencyUs = double.PositiveInfinity }));
        Assert.Throws<ArgumentException>(
            () => outbox.TryAdd(seq => Numbered(seq) with { Label = new string('x', MessageLimits.MaxPayloadBytes) }));
        Assert.True(Offer(outbox));
        Assert.Equal([1L], Drain(outbox));
    }

    [Fact]
    public void StreamsThatPublishAtOnceGetEveryNumberOnceAndInOrder()
    {
        var outbox = new Outbox(Topics, capacity: 4_000);
        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < 1_000; i++)
                Assert.True(Offer(outbox));
        });
        Assert.Equal(Enumerable.Range(1, 4_000).Select(i => (long)i), Drain(outbox));
    }

    private static bool Offer(Outbox outbox) => outbox.TryAdd(Numbered);

    private static InferenceMessage Numbered(long seq) => Samples.Inference with { Seq = seq };

    private static List<long> Drain(Outbox outbox)
    {
        var seqs = new List<long>();
        for (; outbox.TryPeek(out var message); outbox.Remove())
            seqs.Add(JsonDocument.Parse(message.Payload).RootElement.GetProperty("seq").GetInt64());
        return seqs;
    }
}
