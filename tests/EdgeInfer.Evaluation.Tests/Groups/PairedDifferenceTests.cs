using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Tests.Groups;

public class PairedDifferenceTests
{
    [Fact]
    public void DifferencesArePairedByGroup()
    {
        // Differences 0.02, 0.04, 0.06: mean 0.04, s = 0.02.
        var paired = PairedDifference.Of([0.92, 0.84, 0.76], [0.90, 0.80, 0.70]);

        Assert.Equal(0.04, paired.Mean, 1e-12);
        Assert.Equal(0.02, paired.Deviation, 1e-12);
        Assert.Equal(0.04 - 4.3026527 * 0.02 / Math.Sqrt(3), paired.Interval95!.Value.Low, 1e-8);
        Assert.Equal(0.04 + 2.9199856 * 0.02 / Math.Sqrt(3), paired.Interval90!.Value.High, 1e-8);
        // t(0.8, 2) = 1.0606602
        Assert.Equal((4.3026527 + 1.0606602) * 0.02 / Math.Sqrt(3), paired.MinimumDetectable!.Value, 1e-8);
    }

    [Fact]
    public void OneGroupGivesADifferenceButNoInterval()
    {
        var paired = PairedDifference.Of([0.9], [0.8]);

        Assert.Equal(0.1, paired.Mean, 1e-12);
        Assert.Null(paired.Interval95);
        Assert.Null(paired.Interval90);
        Assert.Null(paired.MinimumDetectable);
    }

    [Fact]
    public void DifferentNumbersOfGroupsAreRefused() =>
        Assert.Throws<ArgumentException>(() => PairedDifference.Of([0.9], [0.8, 0.7]));
}
