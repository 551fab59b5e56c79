using System.Text.Json;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Outboxes;
using EdgeInfer.Telemetry.Outboxes.Segments;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Telemetry.Tests.Outboxes;

public sealed class OutboxTests : IDisposable
{
    private static readonly DeviceTopics Topics = new("lab", "pi5");

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly List<string> _notices = [];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheOldestMakesRoomAndTheGapIsPublished(bool hasDisk)
    {
        if (hasDisk)
            PutAFileInTheWay();
        using var outbox = Open(new OutboxOptions { MemoryMessages = 5 }, hasDisk);
        for (var i = 0; i < 8; i++)
            Assert.True(outbox.TryAdd(Numbered));
        outbox.Tick();
        outbox.Tick();
        var drained = Drain(outbox);
        Assert.Equal([5L, 6, 7, 8, 9], drained.Select(message => message.Seq));
        var gap = JsonDocument.Parse(drained[^1].Message.Payload).RootElement;
        Assert.Equal(
            ("gap", 1, 3, "size"),
            (drained[^1].Message.Topic.Split('/')[^1],
                gap.GetProperty("first_seq").GetInt32(),
                gap.GetProperty("last_seq").GetInt32(),
                gap.GetProperty("reason").GetString()));
        Assert.Equal(3, outbox.Dropped);
    }

    [Fact]
    public async Task AReplayWaitsForRoomAndLosesNothing()
    {
        using var outbox = Open(new OutboxOptions { MemoryMessages = 1 });
        await outbox.AddAsync(Numbered, TestContext.Current.CancellationToken);
        var waiting = outbox.AddAsync(Numbered, TestContext.Current.CancellationToken).AsTask();
        Assert.False(waiting.IsCompleted);
        Assert.True(outbox.TryNext(out var first));
        outbox.Settle(first);
        await waiting;
        Assert.Equal([2L], Drain(outbox).Select(message => message.Seq));
        Assert.Equal(0, outbox.Dropped);
    }

    [Fact]
    public async Task AReplayThatWaitsIsToldOfTheEnd()
    {
        using var outbox = Open(new OutboxOptions { MemoryMessages = 1 });
        await outbox.AddAsync(Numbered, TestContext.Current.CancellationToken);
        var waiting = outbox.AddAsync(Numbered, TestContext.Current.CancellationToken).AsTask();
        outbox.Close();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        Assert.False(outbox.TryAdd(Numbered));
        Assert.Equal(1, outbox.LastSeq);
    }

    [Fact]
    public void AMessageThatCannotBeWrittenTakesNoNumberAndFailsItsCaller()
    {
        using var outbox = Open(new OutboxOptions());
        Assert.Throws<ArgumentException>(
            () => outbox.TryAdd(seq => Numbered(seq) with { LatencyUs = double.PositiveInfinity }));
        Assert.Throws<ArgumentException>(
            () => outbox.TryAdd(seq => Numbered(seq) with { Label = new string('x', MessageLimits.MaxPayloadBytes) }));
        Assert.True(outbox.TryAdd(Numbered));
        Assert.Equal([1L], Drain(outbox).Select(message => message.Seq));
    }

    [Fact]
    public void StreamsThatPublishAtOnceGetEveryNumberOnceAndInOrder()
    {
        using var outbox = Open(new OutboxOptions(), hasDisk: true);
        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                Assert.True(outbox.TryAdd(Numbered));
                if (i % 100 == 0)
                    outbox.Tick();
            }
        });
        outbox.Tick();
        Assert.Equal(Enumerable.Range(1, 4_000).Select(i => (long)i), Drain(outbox).Select(message => message.Seq));
    }

    [Fact]
    public void FromTheDiskOnlyWhatIsOnItGoesOut()
    {
        using var outbox = Open(new OutboxOptions(), hasDisk: true);
        Assert.True(outbox.TryAdd(Numbered));
        Assert.False(outbox.TryNext(out _));
        outbox.Tick();
        Assert.True(outbox.TryNext(out var message));
        Assert.NotNull(message.End);
        Assert.Equal(1, outbox.Depth);
        outbox.Settle(message);
        Assert.Equal(0, outbox.Depth);
    }

    [Fact]
    public void ADiskThatFailsLosesNothingAndIsTriedAgain()
    {
        PutAFileInTheWay();
        using var outbox = Open(new OutboxOptions(), hasDisk: true);
        Add(outbox, 6);
        Assert.Contains("messages are kept in memory until the disk takes them again", _notices.Single(), StringComparison.Ordinal);
        Assert.Equal([1L, 2, 3, 4], Send(outbox, 4).Select(message => message.Seq));

        File.Delete(Folder);
        _time.Microseconds += 10_000_000;
        outbox.Tick();
        Assert.False(outbox.TryNext(out _), "what is on its way from memory must be answered first");
        outbox.Rewind();
        Add(outbox, 2);
        Assert.Contains("takes messages again", _notices[^1], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 8).Select(seq => (long)seq), Drain(outbox).Select(message => message.Seq));
    }

    [Fact]
    public void AnotherProcessSendsWhatThisOneCouldNot()
    {
        using (var outbox = Open(new OutboxOptions(), hasDisk: true, boot: "00000000000000b1"))
        {
            Add(outbox, 10);
            Send(outbox, 4).ForEach(outbox.Settle);
            outbox.Close();
        }

        using var next = Open(new OutboxOptions(), hasDisk: true, boot: "00000000000000b2");
        Assert.Equal($"6 messages of earlier runs wait in {Folder} and go first", _notices[^1]);
        Add(next, 1);
        Assert.Equal([5L, 6, 7, 8, 9, 10, 1], Drain(next).Select(message => message.Seq));
    }

    private string Folder => _folder.File("outbox");

    private void PutAFileInTheWay() => File.WriteAllText(Folder, "");

    private Outbox Open(OutboxOptions options, bool hasDisk = false, string boot = "00000000000000b0") => new(
        Topics,
        options with { Folder = hasDisk ? Folder : null },
        boot,
        () => new StampedTime(1_790_000_000_000, Synced: true, MonoMs: 1),
        _time,
        _notices.Add);

    private static void Add(Outbox outbox, int count)
    {
        for (var i = 0; i < count; i++)
            Assert.True(outbox.TryAdd(Numbered));
        outbox.Tick();
    }

    private static InferenceMessage Numbered(long seq) => Samples.Inference with { Seq = seq };

    private static List<LoggedMessage> Send(Outbox outbox, int count)
    {
        var sent = new List<LoggedMessage>();
        while (sent.Count < count && outbox.TryNext(out var message))
            sent.Add(message);
        return sent;
    }

    private static List<LoggedMessage> Drain(Outbox outbox)
    {
        var sent = Send(outbox, int.MaxValue);
        sent.ForEach(outbox.Settle);
        return sent;
    }
}
