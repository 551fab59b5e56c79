using CsCheck;
using EdgeInfer.Measurement.Latency;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Measurement.Tests.Latency;

public class LatencyHistogramTests
{
    private static readonly double[] Percentiles = [1, 50, 90, 99, 100];

    [Fact]
    public void APercentileLiesWithinTheStatedErrorOfTheExactOne() =>
        Gen.Double[-2, 9].Select(exponent => Math.Pow(10, exponent)).Array[1, 200].Sample(latencies =>
        {
            var histogram = new LatencyHistogram();
            foreach (var latency in latencies)
                histogram.Record(latency);
            var sorted = latencies.Order().ToArray();
            return Percentiles.All(percentile => Near(
                NearestRank.Of(sorted, percentile), histogram.Percentile(percentile)));
        });

    [Fact]
    public void TheSumOfTwoIsTheHistogramOfAll() =>
        Gen.Select(Gen.Double[0, 1e6].Array[1, 100], Gen.Double[0, 1e6].Array[0, 100]).Sample((first, second) =>
        {
            var (sum, other, all) = (new LatencyHistogram(), new LatencyHistogram(), new LatencyHistogram());
            Array.ForEach(first, sum.Record);
            Array.ForEach(second, other.Record);
            Array.ForEach([.. first, .. second], all.Record);
            sum.Add(other);
            return sum.Count == all.Count
                && Percentiles.All(percentile => sum.Percentile(percentile).Equals(all.Percentile(percentile)));
        });

    [Fact]
    public void RecordingAllocatesNothing()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(1);

        Assert.Equal(0, Allocation.OfLeastRound(() =>
        {
            for (var i = 0; i < 1000; i++)
                histogram.Record(i * 3.7);
        }));
    }

    [Theory]
    [InlineData(0, LatencyHistogram.SmallestMicroseconds)]
    [InlineData(1e12, LatencyHistogram.LargestMicroseconds)]
    [InlineData(double.PositiveInfinity, LatencyHistogram.LargestMicroseconds)]
    public void ASampleOutsideTheRangeCountsAsItsBound(double latency, double bound)
    {
        var histogram = new LatencyHistogram();
        histogram.Record(latency);

        Assert.Equal(bound, histogram.Percentile(50), bound * LatencyHistogram.RelativeError);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void ALatencyThatCannotBeIsRefused(double latency) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatencyHistogram().Record(latency));

    [Fact]
    public void AnEmptyHistogramHasNoPercentile() =>
        Assert.Throws<InvalidOperationException>(() => new LatencyHistogram().Percentile(50));

    private static bool Near(double exact, double seen) =>
        Math.Abs(seen - exact) <= exact * LatencyHistogram.RelativeError;
}
