using EdgeInfer.Measurement.Latency;

namespace EdgeInfer.Measurement.Tests.Latency;

public class NearestRankTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(50, 50)]
    [InlineData(99, 99)]
    [InlineData(99.5, 100)]
    [InlineData(100, 100)]
    public void APercentileOfAHundredSamplesIsTheSampleOfThatRank(double percentile, double expected) =>
        Assert.Equal(expected, NearestRank.Of([.. Enumerable.Range(1, 100).Select(i => (double)i)], percentile));

    [Theory]
    [InlineData(50, 20)]
    [InlineData(90, 100)]
    [InlineData(99, 1_000)]
    [InlineData(99.9, 10_000)]
    public void OfTheFewestSamplesTenLieBeyondThePercentile(double percentile, long expected) =>
        Assert.Equal(expected, SampleSize.Minimum(percentile));
}
