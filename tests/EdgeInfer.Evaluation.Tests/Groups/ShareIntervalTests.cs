using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Tests.Groups;

public class ShareIntervalTests
{
    [Fact]
    public void TheIntervalLiesInsideZeroAndOneAndHoldsTheMean()
    {
        var interval = ShareInterval.Of([0.8, 0.9, 1.0], 300)!.Value;

        Assert.InRange(interval.Low, 0, 0.9);
        Assert.InRange(interval.High, 0.9, 1);
    }

    [Fact]
    public void GroupsWithoutAnErrorCountAsOneObservationEach()
    {
        // 0.025^(1/5), by Clopper and Pearson for five of five.
        var interval = ShareInterval.Of([1, 1, 1, 1, 1], 5000)!.Value;

        Assert.Equal(0.47818, interval.Low, 1e-4);
        Assert.Equal(1, interval.High);
    }

    [Fact]
    public void GroupsWithoutARightAnswerMirrorIt() => Assert.Equal(1 - 0.47818, ShareInterval.Of([0, 0, 0, 0, 0], 50)!.Value.High, 1e-4);

    [Fact]
    public void EqualGroupsAreWorthNoMoreThanTheirWindows()
    {
        var few = ShareInterval.Of([0.9, 0.9, 0.9, 0.9, 0.9, 0.9], 60)!.Value;
        var many = ShareInterval.Of([0.9, 0.9, 0.9, 0.9, 0.9, 0.9], 6000)!.Value;

        Assert.True(few.High - few.Low > 5 * (many.High - many.Low));
        Assert.True(many.High > many.Low);
    }

    [Fact]
    public void ASkewedSampleReachesFurtherDownThanUp()
    {
        var interval = ShareInterval.Of([1, 0.99, 1, 0.98, 0.7, 1], 6000)!.Value;
        var mean = (1 + 0.99 + 1 + 0.98 + 0.7 + 1) / 6;

        Assert.True(mean - interval.Low > 2 * (interval.High - mean));
    }

    [Fact]
    public void OneGroupHasNoInterval() => Assert.Null(ShareInterval.Of([0.9], 100));
}
