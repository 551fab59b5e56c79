using EdgeInfer.Benchmarks.Seeds;

namespace EdgeInfer.Benchmarks.Tests.Seeds;

public class SeedFiguresTests
{
    [Fact]
    public void AGroupsDifferenceIsAveragedOverTheSeedsBeforeGroupsAreCompared()
    {
        SeedResult[] fp32 = [Result(1, 0.90, 0.80, 0.70), Result(2, 0.80, 0.90, 0.70)];
        SeedResult[] int8 = [Result(1, 0.92, 0.82, 0.72), Result(2, 0.82, 0.86, 0.74)];

        var figures = SeedFigures.Of(int8, fp32)!;

        // By group +0.02, -0.01 and +0.03; t(0.975, 2) = 4.303, deviation 0.020817: half width 0.05171.
        Assert.Equal(0.04 / 3, figures.MinusFp32!.Mean, 12);
        Assert.Equal(3, figures.MinusFp32.Groups);
        Assert.Equal(0.04 / 3 - 0.05171, figures.MinusFp32.Interval95!.Value.Low, 4);
        Assert.Equal(0.04 / 3 + 0.05171, figures.MinusFp32.Interval95!.Value.High, 4);
        Assert.Equal(2, figures.Seeds);
        Assert.Equal(2.42 / 3, figures.Accuracy.Least, 12);
        Assert.Equal(2.46 / 3, figures.Accuracy.Largest, 12);
        Assert.Equal((2.46 + 2.42) / 6, figures.Accuracy.Mean, 12);
        Assert.Equal(1, figures.BytesOfFp32);
    }

    [Fact]
    public void AChainThatOneSeedRefusedIsHeldAgainstTheOtherSeedsAlone()
    {
        SeedResult[] fp32 = [Result(1, 0.5, 0.5), Result(2, 0.9, 0.9)];
        SeedResult[] pruned = [Result(2, 0.8, 0.9) with { Bytes = 250 }];

        var figures = SeedFigures.Of(pruned, fp32)!;

        Assert.Equal(1, figures.Seeds);
        Assert.Equal(-0.05, figures.MinusFp32!.Mean, 12);
        Assert.Equal(0.25, figures.BytesOfFp32);
    }

    [Fact]
    public void TheNetworkInFp32HasNoDifferenceToItself() => Assert.Null(Of([Result(1, 0.5)]).MinusFp32);

    [Fact]
    public void NoSeedGivesNoFigures() => Assert.Null(SeedFigures.Of([], [Result(1, 0.5)]));

    private static SeedFigures Of(SeedResult[] fp32) => SeedFigures.Of(fp32, fp32)!;

    private static SeedResult Result(int seed, params double[] groups) => new(
        seed, groups, [.. groups.Select(_ => 10_000L)], groups.Average(), 0.5, 1000);
}
