using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Tests.Windows;

public sealed class WindowAssemblerGridTests
{
    [Fact]
    public void IrregularSamplesOfARampGiveTheRampOnTheGrid()
    {
        var bench = new AssemblerBench(length: 8);
        foreach (var time in new[] { 3, 11, 17, 30, 44, 45, 52, 70, 71, 90 })
            bench.PushMilliseconds(time, time * 5);

        var (header, values) = Assert.Single(bench.Windows);
        Assert.Equal(3 * AssemblerBench.Millisecond, header.StartNanoseconds);
        Assert.Equal([15, 65, 115, 165, 215, 265, 315, 365], values);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(3)]
    [InlineData(12_800)]
    [InlineData(51_234.5)]
    public void SamplesAtExactlyTheRateComeThroughUnchangedBitForBit(double rateHz)
    {
        var bench = new AssemblerBench(length: 16, channels: 2, rateHz: rateHz, maxGapSeconds: 1);
        var random = new Random(7);
        float[][] samples = [.. Enumerable.Range(0, 800).Select(_ => new[] { random.NextSingle(), -random.NextSingle() * 1e-38f })];
        for (var i = 0; i < samples.Length; i++)
            bench.Push(UniformGrid.OffsetNanoseconds(i, rateHz), samples[i]);

        Assert.Equal(50, bench.Windows.Count);
        for (var w = 0; w < 50; w++)
        {
            var expected = samples[(16 * w)..(16 * w + 16)];
            Assert.Equal([.. expected.Select(s => s[0]), .. expected.Select(s => s[1])], bench.Windows[w].Values);
        }
    }

    [Fact]
    public void TimestampsTruncatedToTheNanosecondStillComeThroughUnchanged()
    {
        var bench = new AssemblerBench(length: 3, rateHz: 3, maxGapSeconds: 1);
        for (var i = 0; i < 3; i++)
            bench.Push((long)(i * 1e9 / 3), [i == 2 ? 100 : i]);

        Assert.Equal([0, 1, 100], Assert.Single(bench.Windows).Values);
    }

    [Fact]
    public void AWindowWaitsForNoSampleAfterItsOwnEnd()
    {
        var bench = new AssemblerBench(length: 2);
        bench.PushMilliseconds(0, 1);
        Assert.Empty(bench.Windows);
        bench.PushMilliseconds(10, 2);
        Assert.Single(bench.Windows);
    }

    [Fact]
    public void LastDueTimestampIsThatOfTheSampleThatCompletedTheWindow()
    {
        var bench = new AssemblerBench(length: 3);
        bench.PushMilliseconds(0, 0, due: 50);
        bench.PushMilliseconds(15, 0, due: 60);
        bench.PushMilliseconds(23, 0, due: 70);
        bench.PushMilliseconds(30, 0, due: 80);

        Assert.Equal(70, Assert.Single(bench.Windows).Header.LastDueTimestamp);
    }

    [Fact]
    public void EqualTimestampsCountAsOneSampleTheirMean()
    {
        var bench = new AssemblerBench(length: 3);
        bench.PushMilliseconds(0, 2);
        bench.PushMilliseconds(0, 4);
        bench.PushMilliseconds(0, 6);
        bench.PushMilliseconds(10, 0);
        bench.PushMilliseconds(15, 10);
        bench.PushMilliseconds(15, 30);
        bench.PushMilliseconds(25, 0);

        Assert.Equal([4, 0, 10], Assert.Single(bench.Windows).Values);
    }

    [Fact]
    public void TheMeanOfEqualTimestampsReachesGridPointsBeforeIt()
    {
        var bench = new AssemblerBench(length: 4);
        bench.PushMilliseconds(0, 0);
        bench.PushMilliseconds(20, 10);
        bench.PushMilliseconds(20, 30);
        bench.PushMilliseconds(30, 0);

        Assert.Equal([0, 10, 20, 0], Assert.Single(bench.Windows).Values);
    }

    [Fact]
    public void WindowsStartHopByHopAndShareTheirOverlap()
    {
        var bench = new AssemblerBench(length: 4, hop: 2);
        for (var i = 0; i < 9; i++)
            bench.PushMilliseconds(10 * i, i);

        Assert.Equal(
            [[0, 1, 2, 3], [2, 3, 4, 5], [4, 5, 6, 7]],
            bench.Windows.Select(w => w.Values));
        Assert.Equal([0, 20, 40], bench.Windows.Select(w => w.Header.StartNanoseconds / AssemblerBench.Millisecond));
    }

    [Fact]
    public void AHopLongerThanTheWindowLeavesSamplesOut()
    {
        var bench = new AssemblerBench(length: 2, hop: 3);
        for (var i = 0; i < 8; i++)
            bench.PushMilliseconds(10 * i, i);

        Assert.Equal([[0, 1], [3, 4], [6, 7]], bench.Windows.Select(w => w.Values));
    }

    [Fact]
    public void OneStepMayCompleteSeveralWindows()
    {
        var bench = new AssemblerBench(length: 2, maxGapSeconds: 1);
        bench.PushMilliseconds(0, 0);
        bench.PushMilliseconds(70, 7);

        Assert.Equal([[0, 1], [2, 3], [4, 5], [6, 7]], bench.Windows.Select(w => w.Values));
    }

    [Fact]
    public void AWindowLeftUntakenIsABugAndNeverLostSilently()
    {
        var bench = new AssemblerBench(length: 1);
        bench.Assembler.Push(default, [1]);
        Assert.Throws<InvalidOperationException>(() => bench.Assembler.Push(default, [1]));
    }

    [Fact]
    public void PushAndTakeAllocateNothing()
    {
        var bench = new AssemblerBench(length: 64, hop: 32, channels: 2);
        var assembler = bench.Assembler;
        var window = new float[bench.Shape.ValueCount];
        var taken = 0;
        Drive(0, 500);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Drive(500, 5_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(taken > 100);

        void Drive(int from, int to)
        {
            Span<float> values = stackalloc float[2];
            for (var i = from; i < to; i++)
            {
                values.Fill(i);
                assembler.Push(new(i * 9 * AssemblerBench.Millisecond / (i % 1000 == 0 ? 2 : 1), i, i / 100 % 3, 0), values);
                while (assembler.TryTake(window, out _))
                    taken++;
            }
        }
    }
}
