using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Tests.Groups;

public class PairedDifferenceTests
{
    [Fact]
    public void DifferencesArePairedByGroup()
    {
        // Differences 0.02, -0.01, 0.05: mean 0.02, s = 0.03.
        var paired = PairedDifference.Of([0.92, 0.79, 0.75], [0.90, 0.80, 0.70], [10_000, 10_000, 10_000]);

        Assert.Equal(0.02, paired.Mean, 1e-12);
        Assert.Equal(0.03, paired.Deviation, 1e-12);
        Assert.Equal(0.02 - 4.3026527 * 0.03 / Math.Sqrt(3), paired.Interval95!.Value.Low, 1e-8);
        Assert.Equal(0.02 + 2.9199856 * 0.03 / Math.Sqrt(3), paired.IntervalAt(0.90)!.Value.High, 1e-8);
    }

    [Fact]
    public void FewWindowsAreNotSurerThanTheirNumberAllows()
    {
        // No answer changed in 30 windows: two more each way make sqrt(4) / 34.
        var paired = PairedDifference.Of([1, 1, 1], [1, 1, 1], [10, 10, 10]);

        Assert.Equal(0, paired.Changes);
        Assert.Equal(2 / 34.0, paired.StandardError, 1e-12);
    }

    [Fact]
    public void NoIntervalReachesBeyondAWholeShare()
    {
        var interval = PairedDifference.Of([1, 0.2], [0, 0.1], [10, 10]).Interval95!.Value;

        Assert.Equal((-1, 1), (interval.Low, interval.High));
    }

    [Fact]
    public void DifferencesOfOneSignMayBeSkewedSoTheFarEndReachesOut()
    {
        double[] skewed = [0, 0.01, 0, 0.02, 0.3, 0];
        var paired = PairedDifference.Of(skewed, new double[6], [.. skewed.Select(_ => 10_000L)]);
        var student = TInterval.Of(skewed)!.Value;

        Assert.Equal(student.Low, paired.Interval95!.Value.Low, 1e-12);
        Assert.True(paired.Interval95.Value.High > 1.2 * student.High);
    }

    [Fact]
    public void OneGroupGivesADifferenceButNoInterval()
    {
        var paired = PairedDifference.Of([0.9], [0.8], [10]);

        Assert.Equal(0.1, paired.Mean, 1e-12);
        Assert.Null(paired.Interval95);
    }

    [Fact]
    public void DifferentNumbersOfGroupsAreRefused() =>
        Assert.Throws<ArgumentException>(() => PairedDifference.Of([0.9], [0.8, 0.7], [10, 10]));
}
