using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Tests.Groups;

public class TIntervalTests
{
    [Fact]
    public void TheIntervalOfThreeValuesIsTheOneWorkedByHand()
    {
        // mean 0.9, s = 0.1, half width 4.3026527 * 0.1 / sqrt(3) = 0.2484138
        var interval = TInterval.Of([0.8, 0.9, 1.0]);

        Assert.NotNull(interval);
        Assert.Equal(0.6515862, interval.Value.Low, 1e-6);
        Assert.Equal(1.1484138, interval.Value.High, 1e-6);
    }

    [Fact]
    public void OneGroupHasNoInterval() => Assert.Null(TInterval.Of([0.9]));

    [Fact]
    public void AnEstimateCountsGroupsAndWindows()
    {
        var estimate = GroupEstimate.Of([0.8, 0.9, 1.0], 300);

        Assert.Equal(0.9, estimate.Value, 1e-12);
        Assert.Equal((3, 300), (estimate.Groups, estimate.Windows));
        Assert.InRange(estimate.High!.Value, 0.9, 1);
    }

    [Fact]
    public void AnEstimateOfOneGroupSaysThatItHasNoInterval()
    {
        var estimate = GroupEstimate.Of([0.8], 10);

        Assert.Null(estimate.Low);
        Assert.Null(estimate.High);
    }
}
