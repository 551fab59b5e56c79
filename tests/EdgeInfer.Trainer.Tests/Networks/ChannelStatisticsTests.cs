using EdgeInfer.Trainer.Networks;

namespace EdgeInfer.Trainer.Tests.Networks;

public sealed class ChannelStatisticsTests
{
    [Fact]
    public void EachChannelHasItsOwnMeanAndDeviation()
    {
        var statistics = ChannelStatistics.Of([[1, 3, 10, 10], [1, 3, 30, 30]], channels: 2);

        Assert.Equal([2, 20], statistics.Mean);
        Assert.Equal([1, 10], statistics.Deviation);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(9.81f)]
    [InlineData(10.527772f)]
    [InlineData(-1013.25f)]
    [InlineData(101325.7f)]
    public void AConstantChannelHasDeviationOne(float value)
    {
        float[][] windows = [.. Enumerable.Range(0, 247).Select(_ => Enumerable.Repeat(value, 50).ToArray())];
        var statistics = ChannelStatistics.Of(windows, channels: 1);

        Assert.Equal([value], statistics.Mean);
        Assert.Equal([1], statistics.Deviation);
    }

    [Fact]
    public void ASmallChangeOnALargeOffsetIsNotLostToCancellation()
    {
        float[] window = [.. Enumerable.Range(0, 100).Select(i => 100_000f + (i % 2 == 0 ? 0.25f : -0.25f))];
        var statistics = ChannelStatistics.Of([window], channels: 1);

        Assert.InRange(statistics.Deviation[0], 0.2499f, 0.2501f);
    }
}
