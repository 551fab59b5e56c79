using EdgeInfer.Measurement.Latency;
using EdgeInfer.Measurement.Latency.Tails;
using EdgeInfer.Tests.Support.Latency;

namespace EdgeInfer.Measurement.Tests.Latency.Tails;

public sealed class TailEstimateTests
{
    private const double Tail = 99;
    private const int Repeats = 5;

    [Theory]
    [InlineData("independent", 1_000, 200)]
    [InlineData("independent", 5_000, 60)]
    [InlineData("correlated", 20_000, 40)]
    [InlineData("stalls", 20_000, 40)]
    public void TheTailOfARepeatLiesInTheIntervalNineteenTimesOfTwenty(string kind, int windows, int runs)
    {
        var random = new Random(20261128);
        var (seen, inside, bounded) = (0, 0, 0);
        for (var run = 0; run < runs; run++)
        {
            var figure = TailEstimate.InOrder(LatencyRuns.Of(kind, windows, random), Tail).Figure!;
            var high = figure.High ?? double.PositiveInfinity;
            bounded += figure.High is null ? 0 : 1;
            Assert.InRange(figure.Value, figure.Low, high);
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                var tail = NearestRank.Of([.. LatencyRuns.Of(kind, windows, random).Order()], Tail);
                seen++;
                inside += figure.Low <= tail && tail <= high ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{inside} of {seen} repeats inside");
        Assert.InRange(bounded, 0.9 * runs, runs);
        Assert.InRange((double)inside / seen, 0.93, 1);
    }

    [Fact]
    public void BelowAThousandWindowsNoTailIsStated()
    {
        var latencies = LatencyRuns.Of("independent", 1_000, new Random(1));

        Assert.Null(TailEstimate.InOrder([.. latencies.Take(999)], Tail).Figure);
        Assert.NotNull(TailEstimate.InOrder(latencies, Tail).Figure);
    }

    [Fact]
    public void SlowWindowsThatComeTogetherCountAsFew()
    {
        double[] oneStall = [.. Enumerable.Range(0, 2_400).Select(i => i is >= 1_000 and < 1_024 ? 500.0 - i % 24 : 1)];
        double[] equal = [.. oneStall.Select(latency => latency > 1 ? 500.0 : 1)];
        double[] spread = [.. Enumerable.Range(0, 2_400).Select(i => i % 100 == 50 ? 500.0 - i / 100 : 1)];

        var (together, apart) = (TailEstimate.InOrder(oneStall, Tail), TailEstimate.InOrder(spread, Tail));

        Assert.Null(together.Figure!.High);
        Assert.InRange(together.Figure.Low, 0, together.Figure.Value);
        Assert.InRange(TailEstimate.InOrder(equal, Tail).Independent, 50, 200);
        Assert.InRange(together.Independent, 50, 200);
        Assert.Equal(2_400, apart.Independent);
        Assert.InRange(apart.Figure!.High!.Value, apart.Figure.Value, 500);
    }

    [Fact]
    public void AnOverloadedRunHasATailAndNoUpperEnd()
    {
        double[] ramp = [.. Enumerable.Range(0, 1_200).Select(i => 67.0 * i)];

        var figure = TailEstimate.InOrder(ramp, Tail).Figure!;

        Assert.InRange(figure.Value, 0.9 * ramp[^1], ramp[^1]);
        Assert.Null(figure.High);
    }

    [Fact]
    public void EqualLatenciesHaveAnIntervalOfOneValue() => Assert.Equal(
        new PercentileInterval(7, 7, 7), TailEstimate.InOrder([.. Enumerable.Repeat(7.0, 1_000)], Tail).Figure);
}
