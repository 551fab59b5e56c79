using System.Text.Json;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Outboxes;
using EdgeInfer.Telemetry.Outboxes.Segments;
using EdgeInfer.Telemetry.Tests.Support;
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
        for (var i = 0; i < 100; i++)
            outbox.Tick();
        Assert.Equal(8, outbox.LastSeq);
        Assert.Equal([4L, 5, 6, 7, 8], Drain(outbox).Select(message => message.Seq));
        outbox.Tick();
        var drained = Drain(outbox);
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
    public void AMessageThatSaysAGapAndIsLostItselfIsSaidAgain()
    {
        using var outbox = Open(new OutboxOptions { MaxBytes = 1024 * 1024 }, hasDisk: true);
        var random = new Random(7);
        for (var i = 0; i < 6_000; i++)
        {
            Assert.True(outbox.TryAdd(Numbered));
            if (i % 50 != 0)
                continue;
            _time.Microseconds += random.Next(5_000_000);
            outbox.Tick();
        }

        _time.Microseconds += 10_000_000;
        outbox.Tick();
        outbox.Tick();
        RequireNoHole(Drain(outbox), outbox.LastSeq);
    }

    [Fact]
    public void InMemoryTooNoNumberIsMissingWithoutAWord()
    {
        using var outbox = Open(new OutboxOptions { MemoryMessages = 40 });
        var random = new Random(3);
        var got = new List<LoggedMessage>();
        for (var round = 0; round < 1_000; round++)
        {
            for (var i = random.Next(12); i > 0; i--)
                Assert.True(outbox.TryAdd(Numbered));
            var sent = Send(outbox, random.Next(12));
            var settled = random.Next(sent.Count + 1);
            got.AddRange(sent.Take(settled));
            sent.Take(settled).ToList().ForEach(outbox.Settle);
            outbox.Tick();
            outbox.Rewind();
        }

        for (var i = 0; i < 3; i++)
        {
            got.AddRange(Drain(outbox));
            outbox.Tick();
        }

        Assert.Equal(got.Select(message => message.Seq).Order(), got.Select(message => message.Seq));
        RequireNoHole(got, outbox.LastSeq);
    }

    [Fact]
    public void MemoryIsBoundedInBytesWhereLargeMessagesFollowSmallOnes()
    {
        using var outbox = Open(new OutboxOptions());
        for (var i = 0; i < 6_000; i++)
            Assert.True(outbox.TryAdd(Numbered));
        for (var i = 0; i < 500; i++)
            Assert.True(outbox.TryAdd(seq => Numbered(seq) with { Label = new string('x', 100_000) }));
        Assert.InRange(Drain(outbox).Sum(message => message.Message.Payload.Length), 1, OutboxOptions.MemoryBytes + 200_000);
    }

    [Fact]
    public void AMessageWhoseMakerFailsStopsNothingBehindIt()
    {
        using var outbox = Open(new OutboxOptions());
        var feed = outbox.OpenFeed<string, InferenceMessage>(
            waits: false, () => "", (_, seq) => _notices.Count == 0 ? throw new KeyNotFoundException("no lane") : Numbered(seq));
        for (var i = 0; i < 2; i++)
        {
            Assert.True(feed.TryNext(out _, TestContext.Current.CancellationToken));
            feed.Publish();
        }

        outbox.Tick();
        Assert.Equal(["a message can't be sent: no lane"], _notices);
        Assert.Equal([1L], Drain(outbox).Select(message => message.Seq));
    }

    [Fact]
    public void AFolderThatAnotherProcessTakesMeanwhileEndsNothing()
    {
        PutAFileInTheWay();
        using var outbox = Open(new OutboxOptions(), hasDisk: true);
        File.Delete(Folder);
        using var other = Open(new OutboxOptions(), hasDisk: true, boot: "00000000000000b2");
        _time.Microseconds += 10_000_000;
        Add(outbox, 3);
        Assert.Equal([1L, 2, 3], Drain(outbox).Select(message => message.Seq));
    }

    [Fact]
    public void AFolderThatIsDeletedCostsWhatItHeldAndTheNumbersAreTold()
    {
        using var outbox = Open(new OutboxOptions(), hasDisk: true);
        Add(outbox, 100);
        var onTheWay = Send(outbox, 10);
        Directory.Delete(Folder, recursive: true);
        onTheWay.ForEach(outbox.Settle);
        outbox.Rewind();
        _time.Microseconds += 10_000_000;
        outbox.Tick();
        Add(outbox, 20);
        var got = onTheWay.Concat(Drain(outbox)).ToList();
        outbox.Tick();
        outbox.Tick();
        got.AddRange(Drain(outbox));
        RequireNoHole(got, outbox.LastSeq);
        Assert.Equal(0, outbox.Depth);
    }

    [Fact]
    public void AFullDiskIsToldOnceAndTakesMessagesAgainWhenItHasRoom()
    {
        using var disk = SmallDisk.OrSkip(_folder.File("disk"), kilobytes: 512);
        using var outbox = Open(new OutboxOptions(), disk.Path);
        var fill = Path.Combine(disk.Path, "fill");
        File.WriteAllBytes(fill, new byte[400 * 1024]);
        for (var i = 0; i < 60; i++)
        {
            Add(outbox, 10);
            _time.Microseconds += 1_000_000;
        }

        Assert.Single(_notices);
        File.Delete(fill);
        _time.Microseconds += 10_000_000;
        outbox.Tick();
        Assert.Equal(2, _notices.Count);
        Assert.Contains("takes messages again", _notices[^1], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 600).Select(seq => (long)seq), Drain(outbox).Select(message => message.Seq));
        Assert.Equal((0L, 0L), (outbox.Depth, outbox.Dropped));
    }

    [Fact]
    public void AFullDiskStillGetsWhatOnlyMemoryHoldsWhenTheDeviceEnds()
    {
        using var disk = SmallDisk.OrSkip(_folder.File("disk"), kilobytes: 512);
        using (var outbox = Open(new OutboxOptions(), disk.Path))
        {
            var fill = Path.Combine(disk.Path, "fill");
            File.WriteAllBytes(fill, new byte[512 * 1024 - 64 * 1024]);
            for (var i = 0; i < 30; i++)
                Add(outbox, 10);
            Assert.Single(_notices);
            Assert.NotEmpty(Send(outbox, 3));
            File.Delete(fill);
        }

        using var next = Open(new OutboxOptions(), disk.Path, boot: "00000000000000b2");
        Assert.Equal(Enumerable.Range(1, 300).Select(seq => (long)seq), Drain(next).Select(message => message.Seq));
    }

    [Fact]
    public void ADiskThatBecomesReadOnlyStopsNothing()
    {
        using var disk = SmallDisk.OrSkip(_folder.File("disk"), kilobytes: 4_096);
        using var outbox = Open(new OutboxOptions { MaxBytes = 1024 * 1024 }, disk.Path);
        Add(outbox, 400);
        var onTheWay = Send(outbox, 300);
        disk.MakeReadOnly();
        onTheWay.ForEach(outbox.Settle);
        Add(outbox, 100);
        Assert.Equal(Enumerable.Range(301, 200).Select(seq => (long)seq), Drain(outbox).Select(message => message.Seq));
        Assert.Equal(0, outbox.Depth);
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

    private Outbox Open(OutboxOptions options, bool hasDisk = false, string boot = "00000000000000b0") =>
        Open(options, hasDisk ? Folder : null, boot);

    private Outbox Open(OutboxOptions options, string? folder, string boot = "00000000000000b0") => new(
        Topics,
        options with { Folder = folder },
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

    /// <summary>Every number has arrived, or a gap that has arrived names it.</summary>
    private static void RequireNoHole(IReadOnlyCollection<LoggedMessage> got, long last)
    {
        var known = got.Select(message => message.Seq).ToHashSet();
        foreach (var gap in got.Where(message => message.Message.Topic.EndsWith("/gap", StringComparison.Ordinal)))
        {
            var told = JsonDocument.Parse(gap.Message.Payload).RootElement;
            for (var seq = told.GetProperty("first_seq").GetInt64(); seq <= told.GetProperty("last_seq").GetInt64(); seq++)
                known.Add(seq);
        }

        Assert.Empty(Enumerable.Range(1, (int)last).Select(seq => (long)seq).Except(known));
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
