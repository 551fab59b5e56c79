using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Serving.Tests.Pipeline;

public sealed class LaneStatisticsTests
{
    [Fact]
    public void AModelOverItsStreamsCountsEveryWindowOfEach()
    {
        var front = Of((Label: 1, Truth: 1, CpuUs: 10), (0, 1, 20));
        var rear = Of((1, LabelIndex.Unlabelled, 60));

        var sum = LaneStatistics.Sum([front, rear]);

        Assert.Equal((3L, 2L, 1L), (sum.Latency.Count, sum.Labelled, sum.Correct));
        Assert.Equal(30, sum.MeanCpuUs);
        Assert.Equal(3, sum.Features.Count);
    }

    [Fact]
    public void CpuTimeUnknownInOneStreamIsUnknownInAll() =>
        Assert.Null(LaneStatistics.Sum([Of((1, 1, 10)), Of((1, 1, null))]).MeanCpuUs);

    private static LaneStatistics Of(params (int Label, int Truth, double? CpuUs)[] windows)
    {
        var statistics = new LaneStatistics();
        foreach (var (label, truth, cpuUs) in windows)
            statistics.Add(new WindowHeader(0, 0, truth, 0, 0), new Answer(label, 1, label, LatencyUs: 100, FeaturesUs: 50, cpuUs));
        return statistics;
    }
}
