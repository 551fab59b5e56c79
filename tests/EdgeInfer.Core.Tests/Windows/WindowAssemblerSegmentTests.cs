using System.Globalization;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Core.Tests.Windows;

public sealed class WindowAssemblerSegmentTests
{
    [Fact]
    public void AGapEndsTheSegmentIsCountedAndNoWindowSpansIt()
    {
        var bench = new AssemblerBench(length: 3);
        foreach (var time in new[] { 0, 10, 20, 30, 40, 141, 151, 161 })
            bench.PushMilliseconds(time, time);

        Assert.Equal(1, bench.Assembler.Gaps);
        Assert.Equal([[0, 10, 20], [141, 151, 161]], bench.Windows.Select(w => w.Values));
        Assert.Equal(141 * AssemblerBench.Millisecond, bench.Windows[1].Header.StartNanoseconds);
    }

    [Fact]
    public void AStepOfExactlyTheLongestGapIsInterpolated()
    {
        var bench = new AssemblerBench(length: 11);
        bench.PushMilliseconds(0, 0);
        bench.PushMilliseconds(100, 100);

        Assert.Equal(0, bench.Assembler.Gaps);
        Assert.Equal([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], Assert.Single(bench.Windows).Values);
    }

    [Fact]
    public void AStepBackwardsInTimeStartsANewSegmentAndIsCounted()
    {
        var bench = new AssemblerBench(length: 3);
        foreach (var time in new[] { 50, 60, 55, 65, 75 })
            bench.PushMilliseconds(time, time);

        Assert.Equal(1, bench.Assembler.Gaps);
        Assert.Equal([55, 65, 75], Assert.Single(bench.Windows).Values);
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(1L << 62)]
    [InlineData(long.MaxValue)]
    public void ATimeThatNoClockGivesIsRefused(long time)
    {
        var error = Assert.Throws<InvalidInputException>(() => new AssemblerBench(length: 2).Push(time, [0]));
        Assert.Contains(time.ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheLongestStepBetweenTwoTimesIsAGap()
    {
        var bench = new AssemblerBench(length: 2);
        bench.Push(-(1L << 62) + 1, [0]);
        bench.Push((1L << 62) - 1, [0]);
        Assert.Equal(1, bench.Assembler.Gaps);
        Assert.Empty(bench.Windows);
    }

    [Fact]
    public void EndSegmentStartsANewGridWithoutCountingAGap()
    {
        var bench = new AssemblerBench(length: 2);
        bench.PushMilliseconds(0, 0);
        bench.Assembler.BeginStream();
        bench.PushMilliseconds(4, 4);
        bench.PushMilliseconds(14, 14);

        Assert.Equal(0, bench.Assembler.Gaps);
        Assert.Equal([4, 14], Assert.Single(bench.Windows).Values);
    }

    [Fact]
    public void EqualTimestampsOfTwoSegmentsAreNotMerged()
    {
        var bench = new AssemblerBench(length: 2);
        bench.PushMilliseconds(0, 0);
        bench.Assembler.BeginStream();
        bench.PushMilliseconds(0, 8);
        bench.PushMilliseconds(10, 9);

        Assert.Equal([8, 9], Assert.Single(bench.Windows).Values);
    }

    [Fact]
    public void AMillionSamplesAtARateThatIsNoWholeNumberKeepTheirGrid()
    {
        const double rate = 1000.0 / 3;
        var bench = new AssemblerBench(length: 1000, rateHz: rate);
        for (var i = 0; i < 1_000_000; i++)
            bench.Push(i * 3 * AssemblerBench.Millisecond, [i & 1023]);

        Assert.Equal(1000, bench.Windows.Count);
        Assert.Equal(999 * 3_000 * AssemblerBench.Millisecond, bench.Windows[^1].Header.StartNanoseconds);
        Assert.Equal(999_999 & 1023, bench.Windows[^1].Values[^1]);
    }
}
