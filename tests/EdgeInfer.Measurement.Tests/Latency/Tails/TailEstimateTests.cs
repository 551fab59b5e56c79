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
        var (seen, inside) = (0, 0);
        for (var run = 0; run < runs; run++)
        {
            if (TailEstimate.InOrder(LatencyRuns.Of(kind, windows, random), Tail).Figure is not { } figure)
                continue;
            Assert.InRange(figure.Value, figure.Low, figure.High);
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                var tail = NearestRank.Of([.. LatencyRuns.Of(kind, windows, random).Order()], Tail);
                seen++;
                inside += figure.Low <= tail && tail <= figure.High ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{inside} of {seen} repeats inside");
        Assert.InRange(seen, 0.9 * runs * Repeats, runs * Repeats);
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

        Assert.Null(together.Figure);
        Assert.InRange(TailEstimate.InOrder(equal, Tail).Independent, 50, 200);
        Assert.InRange(together.Independent, 50, 200);
        Assert.Equal(2_400, apart.Independent);
        Assert.NotNull(apart.Figure);
    }

    [Fact]
    public void EqualLatenciesHaveAnIntervalOfOneValue() => Assert.Equal(
        new PercentileInterval(7, 7, 7), TailEstimate.InOrder([.. Enumerable.Repeat(7.0, 1_000)], Tail).Figure);
}
