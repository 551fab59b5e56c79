using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Outboxes.Segments;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Telemetry.Tests.Outboxes.Segments;

public sealed class SegmentLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();

    private LogOptions Options => new(_folder.Path, Boot: "00000000000000b1");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatWasWrittenComesBackInOrderAfterTheProcess()
    {
        using (var log = SegmentLog.Open(Options, _time))
        {
            log.Append(Messages(1, 300));
            Settle(log, 120);
            log.Append(Messages(301, 10));
        }

        using var next = SegmentLog.Open(Options with { Boot = "00000000000000b2" }, _time);
        Assert.Equal(190, next.Waiting);
        next.Append(Messages(1, 5));
        var read = ReadAll(next);
        Assert.Equal([.. Enumerable.Range(121, 190).Select(seq => (long)seq), 1, 2, 3, 4, 5], read.Select(message => message.Seq));
        Assert.All(read, message => Assert.Equal(Message(message.Seq).Message.Payload, message.Message.Payload));
        Assert.Equal(["topic/0", "topic/1", "topic/2"], read.Select(message => message.Message.Topic).Distinct().Order());
        Assert.All(read, message => Assert.Equal(message.Seq % 3 == 0, message.Message.Retain));
    }

    [Fact]
    public void NothingThatIsSettledLeavesAFile()
    {
        using (var log = SegmentLog.Open(Options, _time))
        {
            log.Append(Messages(1, 100));
            Settle(log, 100);
        }

        Assert.Equal(["lock"], Files());
        using var next = SegmentLog.Open(Options, _time);
        Assert.Equal((0L, 0L), (next.Waiting, next.Bytes));
    }

    [Fact]
    public void AProcessThatIsKilledLosesNothingAndRepeatsOnlyWhatItHadNotNoted()
    {
        var log = SegmentLog.Open(Options, _time);
        log.Append(Messages(1, 50));
        Settle(log, 20);
        log.Append(Messages(51, 10));
        Settle(log, 15);
        using var copy = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(_folder.Path, "*" + SegmentRecovery.Extension))
            File.Copy(file, copy.File(Path.GetFileName(file)));
        log.Dispose();

        using var next = SegmentLog.Open(Options with { Folder = copy.Path }, _time);
        Assert.Equal(Enumerable.Range(21, 40).Select(seq => (long)seq), ReadAll(next).Select(message => message.Seq));
    }

    [Fact]
    public void WhatWasReadAndNotSettledIsReadAgain()
    {
        using var log = SegmentLog.Open(Options, _time);
        log.Append(Messages(1, 20));
        Settle(log, 5);
        Assert.Equal(15, ReadAll(log).Count);
        Assert.False(log.TryRead(out _));
        log.Rewind();
        Assert.Equal(6, ReadAll(log)[0].Seq);
    }

    [Fact]
    public void AFileBeginsAgainWhereTheBrokerKeepsUp()
    {
        using var log = SegmentLog.Open(Options, _time);
        for (var batch = 0; batch < 200; batch++)
        {
            log.Append(Messages(1 + 10 * batch, 10));
            Settle(log, 10);
        }

        Assert.InRange(log.Bytes, 1, 70_000);
        Assert.Single(Directory.GetFiles(_folder.Path, "*" + SegmentRecovery.Extension));
        log.Append(Messages(2_001, 3));
        Assert.Equal([2_001L, 2_002, 2_003], ReadAll(log).Select(message => message.Seq));
    }

    [Fact]
    public void TheOldestLeaveWhereThereIsTooMuchAndTheirNumbersAreTold()
    {
        using var log = SegmentLog.Open(Options with { MaxBytes = 1024 * 1024 }, _time);
        for (var batch = 0; batch < 100; batch++)
        {
            log.Append(Messages(1 + 100 * batch, 100));
            log.KeepToBounds();
        }

        Assert.InRange(log.Bytes, 900_000, 1024 * 1024);
        var losses = log.TakeLosses();
        Assert.All(losses, loss => Assert.Equal(LossReason.Size, loss.Reason));
        var read = ReadAll(log);
        Assert.Equal(1, losses[0].First);
        Assert.Equal(losses.Skip(1).Select(loss => loss.First), losses.SkipLast(1).Select(loss => loss.Last + 1));
        Assert.Equal(losses[^1].Last + 1, read[0].Seq);
        Assert.Equal(10_000, losses.Sum(loss => loss.Count) + read.Count);
        Assert.Equal(read.Count, log.Waiting);
    }

    [Fact]
    public void WhatIsBeingReadMayLeaveToo()
    {
        using var log = SegmentLog.Open(Options with { MaxBytes = 1024 * 1024 }, _time);
        log.Append(Messages(1, 100));
        Assert.True(log.TryRead(out var first));
        for (var batch = 1; batch < 100; batch++)
        {
            log.Append(Messages(1 + 100 * batch, 100));
            log.KeepToBounds();
        }

        var lost = log.TakeLosses().Sum(loss => loss.Count);
        log.Settle(first);
        var read = ReadAll(log);
        Assert.Equal(lost + 1, read[0].Seq);
        read.ForEach(log.Settle);
        Assert.Equal(0, log.Waiting);
    }

    [Fact]
    public void WhatIsTooOldLeaves()
    {
        using var log = SegmentLog.Open(Options with { MaxAge = TimeSpan.FromHours(1) }, _time);
        log.Append(Messages(1, 7));
        _time.Microseconds += 3_599_000_000;
        log.KeepToBounds();
        Assert.Empty(log.TakeLosses());
        _time.Microseconds += 2_000_000;
        log.KeepToBounds();
        Assert.Equal([new LostRange("00000000000000b1", 1, 7, LossReason.Age)], log.TakeLosses());
        Assert.Equal(0, log.Waiting);
    }

    [Fact]
    public void AClockThatIsSetMakesNothingOld()
    {
        var wallClock = 0L;
        var options = Options with { MaxAge = TimeSpan.FromHours(1), WallClockMs = () => wallClock };
        using (var log = SegmentLog.Open(options, _time))
            log.Append(Messages(1, 7));
        wallClock = 1_790_000_000_000;
        using var next = SegmentLog.Open(options, _time);
        next.KeepToBounds();
        Assert.Equal(7, next.Waiting);
    }

    [Fact]
    public void MessagesOfAnEarlierRunGrowOldByTheWallClock()
    {
        var wallClock = 1_790_000_000_000;
        var options = Options with { MaxAge = TimeSpan.FromHours(1), WallClockMs = () => wallClock };
        using (var log = SegmentLog.Open(options, _time))
            log.Append(Messages(1, 7));
        wallClock += 3_601_000;
        using var next = SegmentLog.Open(options with { Boot = "00000000000000b2" }, _time);
        next.KeepToBounds();
        Assert.Equal(7, next.TakeLosses().Single().Count);
    }

    [Fact]
    public void OfFilesThatThisProcessWroteTheWallClockSaysNothing()
    {
        var wallClock = 1_790_000_000_000;
        using var log = SegmentLog.Open(Options with { WallClockMs = () => wallClock }, _time);
        log.Append(Messages(1, 7));
        wallClock += 10L * 365 * 24 * 3_600 * 1_000;
        log.KeepToBounds();
        Assert.Equal(7, log.Waiting);
    }

    [Fact]
    public void OnlyWhatIsTooOldLeavesAndNotWhatIsNew()
    {
        using var log = SegmentLog.Open(Options with { MaxAge = TimeSpan.FromHours(16) }, _time);
        for (var hour = 0; hour < 32; hour++)
        {
            log.Append(Messages(1 + hour, 1));
            _time.Microseconds += 3_600_000_000;
            log.KeepToBounds();
        }

        Assert.InRange(log.Waiting, 13, 17);
    }

    [Fact]
    public void AFileThatIsGoneTakesNothingElseWithIt()
    {
        using var log = SegmentLog.Open(Options with { MaxBytes = 1024 * 1024 }, _time);
        for (var batch = 0; batch < 20; batch++)
            log.Append(Messages(1 + 100 * batch, 100));
        var files = Directory.GetFiles(_folder.Path, "*" + SegmentRecovery.Extension).Order().ToList();
        Assert.True(files.Count > 3);
        var read = new List<LoggedMessage>();
        for (var i = 0; i < 10 && log.TryRead(out var message); i++)
            read.Add(message);
        log.Rewind();
        files.Take(2).ToList().ForEach(File.Delete);
        var rest = ReadAll(log);
        read.ForEach(log.Settle);
        var losses = log.TakeLosses();
        Assert.All(losses, loss => Assert.Equal(LossReason.Damage, loss.Reason));
        Assert.Equal(Enumerable.Range(1, 2_000).Select(seq => (long)seq), Told(losses).Concat(rest.Select(message => message.Seq)));
        rest.ForEach(log.Settle);
        Assert.Equal(0, log.Waiting);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(5_000)]
    public void AFileThatSomebodyCutsGivesWhatItStillHoldsAndTheRestIsTold(int length)
    {
        using var log = SegmentLog.Open(Options, _time);
        log.Append(Messages(1, 100));
        var read = new List<LoggedMessage>();
        for (var i = 0; i < 5 && log.TryRead(out var message); i++)
            read.Add(message);
        log.Rewind();
        var path = Directory.GetFiles(_folder.Path, "*" + SegmentRecovery.Extension).Single();
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            file.SetLength(length);
        var got = ReadAll(log);
        got.ForEach(log.Settle);
        Assert.Equal(0, log.Waiting);
        log.Append(Messages(101, 50));
        got.AddRange(ReadAll(log));
        Assert.Equal(length / 1_000 * 3 > 3, got.Any(message => message.Seq < 101));
        Assert.Equal(
            Enumerable.Range(1, 150).Select(seq => (long)seq), Told(log.TakeLosses()).Concat(got.Select(message => message.Seq)).Order());
    }

    [Fact]
    public void WhateverHappensInWhateverOrderTheLogIsAListOfWhatWaits()
    {
        var seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 10; round++)
        {
            var (boot, seq, read) = (1, 0L, 0);
            var options = Options with { Folder = _folder.File($"round-{round}"), MaxBytes = 256 * 1024, MaxAge = TimeSpan.FromHours(4) };
            var log = SegmentLog.Open(options with { Boot = $"{boot:x16}" }, _time);
            List<(int Boot, long Seq)> waiting = [];
            List<LoggedMessage> onTheWay = [];
            for (var step = 0; step < 300; step++)
            {
                var place = $"seed {seed}, round {round}, step {step}";
                switch (random.Next(16))
                {
                    case < 4:
                        var count = random.Next(1, 60);
                        log.Append(Messages((int)seq + 1, count));
                        waiting.AddRange(Enumerable.Range(1, count).Select(i => (boot, seq + i)));
                        seq += count;
                        break;
                    case < 8:
                        for (var i = random.Next(80); i > 0 && log.TryRead(out var message); i--, read++)
                        {
                            Assert.True(waiting[read].Seq == message.Seq, place);
                            onTheWay.Add(message);
                        }

                        break;
                    case < 12:
                        for (var i = random.Next(onTheWay.Count + 1); i > 0; i--)
                        {
                            log.Settle(onTheWay[0]);
                            onTheWay.RemoveAt(0);
                            // One that the bounds took is not among them any more.
                            if (read == 0)
                                continue;
                            waiting.RemoveAt(0);
                            read--;
                        }

                        break;
                    case 12:
                        log.Rewind();
                        read = 0;
                        onTheWay.Clear();
                        break;
                    case 13:
                        _time.Microseconds += random.Next(60_000_000);
                        log.Flush();
                        break;
                    case 14:
                        log.KeepToBounds();
                        foreach (var loss in log.TakeLosses())
                        {
                            var lost = waiting.TakeWhile(
                                message => $"{message.Boot:x16}" == loss.Boot && message.Seq >= loss.First && message.Seq <= loss.Last)
                                .Count();
                            Assert.True(lost == loss.Count && loss.Reason is LossReason.Size, place);
                            waiting.RemoveRange(0, lost);
                            for (var i = Math.Min(lost, read); i > 0; i--, read--)
                                onTheWay.RemoveAt(0);
                        }

                        break;
                    default:
                        log.Dispose();
                        log = SegmentLog.Open(options with { Boot = $"{++boot:x16}" }, _time);
                        (seq, read) = (0, 0);
                        onTheWay.Clear();
                        break;
                }

                Assert.True(log.Waiting == waiting.Count, place);
            }

            log.Rewind();
            Assert.Equal(waiting.Select(message => message.Seq), ReadAll(log).Select(message => message.Seq));
            Assert.Empty(log.TakeLosses());
            log.Dispose();
        }
    }

    [Fact]
    public void TwoProcessesCanNotHaveOneFolder()
    {
        using var log = SegmentLog.Open(Options, _time);
        Assert.Throws<LogInUseException>(() => SegmentLog.Open(Options, _time));
    }

    private static IEnumerable<long> Told(IEnumerable<LostRange> losses) =>
        losses.SelectMany(loss => Enumerable.Range((int)loss.First, (int)loss.Count)).Select(seq => (long)seq);

    private static List<LoggedMessage> ReadAll(SegmentLog log)
    {
        var messages = new List<LoggedMessage>();
        while (log.TryRead(out var message))
            messages.Add(message);
        return messages;
    }

    private static void Settle(SegmentLog log, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(log.TryRead(out var message));
            log.Settle(message);
        }

        log.Rewind();
    }

    private static List<LoggedMessage> Messages(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(seq => Message(seq))];

    private static LoggedMessage Message(long seq)
    {
        var payload = new byte[200 + seq % 100];
        new Random((int)seq).NextBytes(payload);
        return new LoggedMessage(new OutgoingMessage($"topic/{seq % 3}", payload, AtLeastOnce: true, Retain: seq % 3 == 0), seq);
    }

    private IEnumerable<string?> Files() => Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName);
}
