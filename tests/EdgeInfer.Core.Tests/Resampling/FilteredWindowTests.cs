using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Sources;
using EdgeInfer.Core.Tests.Windows;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Core.Tests.Resampling;

public sealed class FilteredWindowTests
{
    private const double SourceRateHz = 200;
    private const double RateHz = 50;
    private const int Length = 50;

    [Fact]
    public void AToneAboveHalfTheRateFoldsWhereResamplingIsLinearAndIsGoneWhereItIsFiltered()
    {
        var linear = Amplitude(Windows(ResamplingRule.Linear, Tone(40)));
        var filtered = Amplitude(Windows(ResamplingRule.Filtered, Tone(40)));

        Assert.InRange(linear, 0.9, 1);
        Assert.InRange(filtered, 0, linear * Math.Pow(10, -50 / 20.0));
    }

    [Fact]
    public void AToneInThePassBandKeepsItsAmplitudeAndItsPhase()
    {
        var linear = Windows(ResamplingRule.Linear, Tone(10));
        var filtered = Windows(ResamplingRule.Filtered, Tone(10));
        foreach (var (before, after) in linear.Windows.Zip(filtered.Windows).Skip(1).SkipLast(1))
            Assert.All(before.Values.Zip(after.Values), pair => Assert.Equal(pair.First, pair.Second, 0.005));
    }

    [Fact]
    public void WindowsAreAsManyAndKeepTheirTimes()
    {
        var linear = Windows(ResamplingRule.Linear, Tone(3));
        var filtered = Windows(ResamplingRule.Filtered, Tone(3));
        Assert.Equal(20, linear.Windows.Count);
        Assert.Equal(
            linear.Windows.Select(window => window.Header.StartNanoseconds),
            filtered.Windows.Select(window => window.Header.StartNanoseconds));
    }

    [Fact]
    public void ASourceThatIsATenthFasterAtMostPassesAsItIs()
    {
        var linear = Windows(ResamplingRule.Linear, Tone(20), sourceRateHz: 55);
        var filtered = Windows(ResamplingRule.Filtered, Tone(20), sourceRateHz: 55);
        Assert.Equal(linear.Windows.SelectMany(window => window.Values), filtered.Windows.SelectMany(window => window.Values));
    }

    [Fact]
    public void AGapBeginsAnewAndIsCountedOnce()
    {
        var bench = Bench(ResamplingRule.Filtered);
        bench.Assembler.BeginStream(SourceRateHz);
        for (var i = 0; i < 300; i++)
            bench.Push(i * 5 * AssemblerBench.Millisecond, [1f]);
        for (var i = 0; i < 300; i++)
            bench.Push((10_000 + i * 5) * AssemblerBench.Millisecond, [100f], due: 7);
        bench.Complete();

        Assert.Equal(1, bench.Assembler.Gaps);
        Assert.Equal([0.0, 10.0], bench.Windows.Select(window => window.Header.StartNanoseconds / 1e9));
        Assert.All(bench.Windows[0].Values, value => Assert.Equal(1f, value, 1e-6));
        Assert.All(bench.Windows[1].Values, value => Assert.Equal(100f, value, 1e-4));
        Assert.Equal([0, 1], bench.Windows.Select(window => window.Header.Segment));
    }

    [Fact]
    public void AWindowIsDueWhenTheLastSampleThatItNeedsIs()
    {
        var bench = Bench(ResamplingRule.Filtered);
        var reach = new AntiAliasFilter(1, SourceRateHz, RateHz).Reach;
        bench.Assembler.BeginStream(SourceRateHz);
        for (var i = 0; i < 400; i++)
            bench.Push(i * 5 * AssemblerBench.Millisecond, [1f], due: i);
        Assert.Equal(4 * (Length - 1) + reach, bench.Windows[0].Header.LastDueTimestamp);
    }

    [Fact]
    public void LabelsStayWithTheirSamples()
    {
        var bench = Bench(ResamplingRule.Filtered);
        bench.Assembler.BeginStream(SourceRateHz);
        for (var i = 0; i < 400; i++)
            bench.Push(i * 5 * AssemblerBench.Millisecond, [1f], label: i / 200, target: i / 200);
        bench.Complete();
        Assert.Equal([(0, 0.0), (1, 1.0)], bench.Windows.Select(window => (window.Header.Label, window.Header.Target)));
    }

    [Fact]
    public void SamplesOfEqualTimeCountAsTheirMean()
    {
        var bench = Bench(ResamplingRule.Filtered);
        bench.Assembler.BeginStream(SourceRateHz);
        for (var i = 0; i < 600; i++)
            bench.Push(i / 2 * 5 * AssemblerBench.Millisecond, [i % 2 == 0 ? 1f : 3f]);
        bench.Complete();
        Assert.All(bench.Windows[0].Values.Skip(20), value => Assert.Equal(2f, value, 1e-3));
    }

    [Fact]
    public void ValuesAreTheSameBitsOnEveryProcessor()
    {
        var seed = 1u;
        var bench = Windows(ResamplingRule.Filtered, _ => (float)((seed = seed * 1_664_525 + 1_013_904_223) >> 16) / 32_768 - 1);
        var bits = bench.Windows.SelectMany(window => window.Values).Select(BitConverter.SingleToUInt32Bits)
            .Aggregate(0u, (all, one) => all * 31 + one);
        Assert.Equal(24_524_664u, bits);
    }

    [Fact]
    public void ASourceThatIsTooFastIsRefused()
    {
        var bench = Bench(ResamplingRule.Filtered);
        Assert.Equal(
            "resampling: 60000 Hz is more than 1000 times 50 Hz: give a higher rate_hz",
            Assert.Throws<Core.Errors.InvalidInputException>(() => bench.Assembler.BeginStream(60_000)).Message);
    }

    [Fact]
    public void NothingIsAllocatedWhileAStreamRuns()
    {
        var assembler = Bench(ResamplingRule.Filtered).Assembler;
        var (window, values) = (new float[Length], new[] { 1f });
        assembler.BeginStream(SourceRateHz);
        var sample = 0;
        Round();
        Assert.Equal(0, Allocation.OfLeastRound(Round));

        void Round()
        {
            for (var end = sample + 2000; sample < end; sample++)
            {
                assembler.Push(new SampleHeader(sample * 5L * AssemblerBench.Millisecond, 0, 0, 0), values);
                while (assembler.TryTake(window, out _))
                {
                }
            }
        }
    }

    private static Func<double, float> Tone(double hertz) => seconds => (float)Math.Cos(2 * Math.PI * hertz * seconds);

    private static AssemblerBench Bench(ResamplingRule rule) => new(Length, rateHz: RateHz, resampling: rule);

    private static AssemblerBench Windows(ResamplingRule rule, Func<double, float> signal, double sourceRateHz = SourceRateHz)
    {
        var bench = Bench(rule);
        bench.Assembler.BeginStream(sourceRateHz);
        for (var i = 0; i < 20 * sourceRateHz; i++)
            bench.Push((long)Math.Round(i * 1e9 / sourceRateHz), [signal(i / sourceRateHz)]);
        bench.Complete();
        return bench;
    }

    private static double Amplitude(AssemblerBench bench) =>
        bench.Windows.Skip(1).SkipLast(1).Max(window => window.Values.Max(Math.Abs));
}
