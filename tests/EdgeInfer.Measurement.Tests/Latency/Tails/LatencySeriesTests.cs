using EdgeInfer.Measurement.Latency;
using EdgeInfer.Measurement.Latency.Tails;
using EdgeInfer.Tests.Support.Latency;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Measurement.Tests.Latency.Tails;

public sealed class LatencySeriesTests
{
    private const double Bin = 1.02;

    [Theory]
    [InlineData("independent", 1_024)]
    [InlineData("independent", 4_096)]
    [InlineData("correlated", 32_768)]
    [InlineData("stalls", 32_768)]
    public void ItTellsWhatTheLatenciesThemselvesTellToABin(string kind, int windows)
    {
        // Powers of two, for then its blocks are those of an exact estimate.
        var latencies = LatencyRuns.Of(kind, windows, new Random(3));
        var (exact, seen) = (TailEstimate.InOrder(latencies, 99), Series(latencies).Tail(99));

        Assert.Equal(exact.Windows, seen.Windows);
        Assert.InRange(seen.Independent, 0.8 * exact.Independent, 1.25 * exact.Independent);
        Assert.Equal(exact.Figure!.Value, seen.Figure!.Value, exact.Figure.Value * LatencyHistogram.RelativeError);
        Assert.InRange(seen.Figure.Low, 0, seen.Figure.Value);
        Assert.InRange(seen.Figure.High!.Value, seen.Figure.Value, double.MaxValue);
    }

    [Fact]
    public void TheEndsOfTheIntervalAreTheEdgesOfTheirBins()
    {
        double[] latencies = [.. Enumerable.Range(0, 1_024).Select(i => Math.Exp(i * 617 % 1_024 / 100.0))];
        var exact = TailEstimate.InOrder(latencies, 99).Figure!;
        var seen = Series(latencies).Tail(99).Figure!;

        Assert.InRange(seen.Low, exact.Low / Bin, exact.Low * (1 + 1e-9));
        Assert.InRange(seen.High!.Value, exact.High!.Value * (1 - 1e-9), exact.High.Value * Bin);
    }

    [Fact]
    public void StreamsThatRanAtOnceShareTheirStalls()
    {
        double[] stall = [.. Enumerable.Range(0, 4_000).Select(i => i % 1_000 < 10 ? 500.0 : 1)];
        var (one, sum) = (Series(stall), new LatencySeries());
        for (var stream = 0; stream < 4; stream++)
            sum.Add(Series(stall));

        Assert.Equal(4 * one.Count, sum.Count);
        Assert.InRange(sum.Tail(99).Independent, 0.9 * one.Tail(99).Independent, 1.1 * one.Tail(99).Independent);
    }

    [Fact]
    public void StreamsOfDifferentLengthAddUpToAllTheirWindows()
    {
        var random = new Random(5);
        var sum = new LatencySeries();
        foreach (var windows in (int[])[100, 3_000, 1])
            sum.Add(Series(LatencyRuns.Of("independent", windows, random)));

        Assert.Equal(3_101, sum.Tail(99).Windows);
        Assert.NotNull(sum.Tail(99).Figure);
    }

    [Fact]
    public void RecordingAllocatesNothingWhateverTheLength()
    {
        var series = new LatencySeries();
        series.Record(1);

        Assert.Equal(0, Allocation.OfLeastRound(() =>
        {
            for (var i = 0; i < 1_000; i++)
                series.Record(i * 3.7);
        }));
    }

    private static LatencySeries Series(IEnumerable<double> latencies)
    {
        var series = new LatencySeries();
        foreach (var latency in latencies)
            series.Record(latency);
        return series;
    }
}
