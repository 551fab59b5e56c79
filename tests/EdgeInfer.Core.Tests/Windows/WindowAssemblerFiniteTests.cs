namespace EdgeInfer.Core.Tests.Windows;

public sealed class WindowAssemblerFiniteTests
{
    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void AWindowWithOneOddSampleIsCountedAndTheNextOneBeginsASegment(float odd)
    {
        var bench = Push(new AssemblerBench(length: 4), samples: 12, odd, at: 5);

        Assert.Equal(1, bench.Assembler.NonFiniteWindows);
        Assert.Equal(
            [(0, 0), (80 * AssemblerBench.Millisecond, 1)],
            bench.Windows.Select(window => (window.Header.StartNanoseconds, window.Header.Segment)));
        Assert.Equal((0, 0), (bench.Assembler.Gaps, bench.Assembler.AmbiguousWindows));
    }

    [Fact]
    public void EveryOverlappingWindowThatHoldsTheSampleIsCounted()
    {
        var bench = Push(new AssemblerBench(length: 4, hop: 2), samples: 12, float.NaN, at: 5);

        Assert.Equal(2, bench.Assembler.NonFiniteWindows);
        Assert.Equal([(0, 0), (6, 1), (8, 1)], bench.Windows.Select(Place));
    }

    [Fact]
    public void SeveralLostWindowsAreOneGap()
    {
        var bench = Push(new AssemblerBench(length: 4), samples: 12, float.NaN, 1, 5);

        Assert.Equal(2, bench.Assembler.NonFiniteWindows);
        Assert.Equal([(8, 1)], bench.Windows.Select(Place));
    }

    [Fact]
    public void AWindowOfOneSampleIsLostAlone()
    {
        var bench = Push(new AssemblerBench(length: 1), samples: 4, float.NaN, at: 1);

        Assert.Equal(1, bench.Assembler.NonFiniteWindows);
        Assert.Equal([(0, 0), (2, 1), (3, 1)], bench.Windows.Select(Place));
    }

    [Fact]
    public void APointBetweenAnOddSampleAndAFiniteOneIsOdd()
    {
        var bench = new AssemblerBench(length: 2);
        for (var i = 0; i < 6; i++)
            bench.PushMilliseconds(10 * i + (i == 0 ? 0 : 5), i == 3 ? float.NaN : i);

        // Points at 30 and 40 ms lie beside the sample of 35 ms, in windows that begin at 20 and 40 ms.
        Assert.Equal(2, bench.Assembler.NonFiniteWindows);
        Assert.Equal([(0, 0)], bench.Windows.Select(Place));
    }

    [Fact]
    public void AMeanWithAnOddSampleIsOdd()
    {
        var bench = new AssemblerBench(length: 2);
        bench.PushMilliseconds(0, float.NaN);
        bench.PushMilliseconds(0, 1);
        bench.PushMilliseconds(10, 1);

        Assert.Equal(1, bench.Assembler.NonFiniteWindows);
        Assert.Empty(bench.Windows);
    }

    [Fact]
    public void AnOddWindowWithoutAMajorityIsCountedOnce()
    {
        var bench = new AssemblerBench(length: 4);
        for (var i = 0; i < 4; i++)
            bench.PushMilliseconds(10 * i, float.NaN, label: i);

        Assert.Equal((1, 0), (bench.Assembler.NonFiniteWindows, bench.Assembler.AmbiguousWindows));
    }

    private static (long Place, int Segment) Place((Core.Windows.WindowHeader Header, float[] Values) window) =>
        (window.Header.StartNanoseconds / (10 * AssemblerBench.Millisecond), window.Header.Segment);

    private static AssemblerBench Push(AssemblerBench bench, int samples, float odd, params int[] at)
    {
        for (var i = 0; i < samples; i++)
            bench.PushMilliseconds(10 * i, at.Contains(i) ? odd : i);
        return bench;
    }
}
