using EdgeInfer.Core.Sources;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Sources;

public sealed class RecordingSourceTests
{
    [Fact]
    public void ImmediatePlaybackGivesEverySampleWithItsTimeAndLabelAndThenEnds()
    {
        using var folder = new SensorFolder();
        var set = RecordingSet.Open(folder.Path);
        var source = set.OpenSource(set.Recordings[1], Playback.Immediate);
        var values = new float[1];

        Assert.Equal("b", source.Stream);
        for (var i = 0; i < 30; i++)
        {
            Assert.True(source.TryRead(values, out var header, TestContext.Current.CancellationToken));
            Assert.Equal((1_000_000_000 + (100_000_000L * i), 1, i + 0.5f), (header.TimeNanoseconds, header.Label, values[0]));
        }

        Assert.False(source.TryRead(values, out _, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void PacedSamplesAreDueAtTheirRecordedTimeDividedBySpeedAndNeverHandedOutEarlier()
    {
        using var folder = new SensorFolder();
        var set = RecordingSet.Open(folder.Path);
        var time = new SteppingTime(7_000);
        var source = set.OpenSource(set.Recordings[0], Playback.Paced(20_000, time));
        var values = new float[1];
        var due = new List<long>();
        while (source.TryRead(values, out var header, TestContext.Current.CancellationToken))
        {
            due.Add(header.DueTimestamp);
            Assert.True(time.Last >= header.DueTimestamp);
        }

        // 100 ms at 20,000 times the speed are 5 us: 5,000 ticks of this clock.
        Assert.Equal(Enumerable.Range(0, 30).Select(i => 7_000 + (5_000L * i)), due);
    }

    [Fact]
    public void TheNextRecordingIsDueOnePeriodAfterTheLastSampleHoweverLateItIsRead()
    {
        using var folder = new SensorFolder();
        var set = RecordingSet.Open(folder.Path);
        var time = new ManualTime { Microseconds = 3_000_000 };
        var playback = Playback.Paced(10, time);
        var due = new List<long>();
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var recording in set.Recordings)
            {
                due.AddRange(DueTimes(set.OpenSource(recording, playback)));
                time.Microseconds += 5_000_000;
            }
        }

        // 100 ms at 10 times the speed, over two passes of four recordings of 30 samples.
        Assert.Equal(Enumerable.Range(0, 240).Select(i => 3_000_000 + (10_000L * i)), due);
    }

    [Fact]
    public void AClockThatWasSetBackMovesTheScheduleByOnePeriod()
    {
        using var folder = new SensorFolder();
        folder.Write("a.csv", "t,v\n5000,1\n5100,1\n1000,1\n1100,1\n");
        var set = RecordingSet.Open(folder.Path);

        var due = DueTimes(set.OpenSource(set.Recordings[0], Playback.Paced(1, new ManualTime())));

        Assert.Equal([0, 100_000, 200_000, 300_000], due);
    }

    [Fact]
    public void TwoStreamsOfOnePlaybackAreRefused()
    {
        using var folder = new SensorFolder();
        var set = RecordingSet.Open(folder.Path);
        var playback = Playback.Paced(1, new ManualTime());
        var (first, second) = (set.OpenSource(set.Recordings[0], playback), set.OpenSource(set.Recordings[1], playback));
        first.TryRead(new float[1], out _, TestContext.Current.CancellationToken);

        var error = Assert.Throws<InvalidOperationException>(() =>
            second.TryRead(new float[1], out _, TestContext.Current.CancellationToken));

        Assert.StartsWith("recording b begins before a has ended", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FilesThatWereReadAheadAreNotReadInThePlayback()
    {
        using var folder = new SensorFolder();
        var set = RecordingSet.Open(folder.Path);
        set.ReadFiles(set.Recordings);
        foreach (var recording in set.Recordings)
            File.Delete(folder.File(recording.Path));

        Assert.All(set.Recordings, recording => Assert.Equal(30, DueTimes(set.OpenSource(recording, Playback.Immediate)).Count));
    }

    [Fact]
    public void AWaitEndsWhenStopIsRequested()
    {
        using var folder = new SensorFolder();
        var set = RecordingSet.Open(folder.Path);
        var source = set.OpenSource(set.Recordings[0], Playback.Paced(1e-6, TimeProvider.System));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var values = new float[1];

        Assert.True(source.TryRead(values, out _, stop.Token));
        stop.CancelAfter(TimeSpan.FromMilliseconds(20));
        Assert.False(source.TryRead(values, out _, stop.Token));
    }

    [Fact]
    public void ReadingAllocatesNothingAfterTheFirstSample()
    {
        using var folder = new SensorFolder();
        folder.Write("a.csv", SensorFolder.Rows(400));
        var set = RecordingSet.Open(folder.Path);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        ISource[] sources =
        [
            set.OpenSource(set.Recordings[0], Playback.Immediate),
            set.OpenSource(set.Recordings[0], Playback.Paced(100, TimeProvider.System)),
        ];
        var values = new float[1];
        foreach (var source in sources)
        {
            for (var i = 0; i < 20; i++)
                source.TryRead(values, out _, stop.Token);

            // A source that is late at first waits, and makes what waiting needs, in a later round.
            Assert.Equal(0, Allocation.OfLeastRound(() =>
            {
                for (var i = 0; i < 70; i++)
                    Assert.True(source.TryRead(values, out _, stop.Token));
            }));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ASpeedThatIsNotAboveZeroAndFiniteIsRefused(double speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Playback.Paced(speed, TimeProvider.System));

    private static List<long> DueTimes(ISource source)
    {
        var (due, values) = (new List<long>(), new float[1]);
        while (source.TryRead(values, out var header, TestContext.Current.CancellationToken))
            due.Add(header.DueTimestamp);
        return due;
    }

    /// <summary>A clock in nanoseconds that moves on by one microsecond whenever it is looked at.</summary>
    private sealed class SteppingTime(long start) : TimeProvider
    {
        private long _next = start;

        public long Last { get; private set; }

        public override long TimestampFrequency => 1_000_000_000;

        public override long GetTimestamp()
        {
            Last = _next;
            _next += 1_000;
            return Last;
        }
    }
}
