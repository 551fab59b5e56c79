namespace EdgeInfer.Core.Tests.Features;

public sealed class TimeStatisticsTests
{
    [Fact]
    public void ASineHasTheDeviationRmsCrestFactorAndKurtosisOfTheory()
    {
        var features = FeatureBench.Extract(1000, FeatureBench.Sine(1000, 1000, 10, amplitude: 3));
        FeatureBench.Near(0, features["x.mean"], 1e-6);
        FeatureBench.Near(3 / Math.Sqrt(2), features["x.deviation"], 1e-6);
        FeatureBench.Near(3 / Math.Sqrt(2), features["x.rms"], 1e-6);
        FeatureBench.Near(Math.Sqrt(2), features["x.crest_factor"], 1e-6);
        FeatureBench.Near(1.5, features["x.kurtosis"], 1e-6);
        FeatureBench.Near(0, features["x.skewness"], 1e-6);
        FeatureBench.Near(4500, features["x.energy"], 1e-3);
        Assert.Equal(3, features["x.max"]);
        Assert.Equal(-3, features["x.min"]);
    }

    [Fact]
    public void SkewnessAndKurtosisOfKnownDataAreExact()
    {
        var features = FeatureBench.Extract(1, [0, 0, 0, 4]);
        Assert.Equal(1, features["x.mean"]);
        Assert.Equal((float)Math.Sqrt(3), features["x.deviation"]);
        FeatureBench.Near(6 / Math.Pow(3, 1.5), features["x.skewness"], 1e-7);
        FeatureBench.Near(21.0 / 9, features["x.kurtosis"], 1e-6);
        FeatureBench.Near(3 / Math.Sqrt(3), features["x.crest_factor"], 1e-6);
        Assert.Equal(2, features["x.rms"]);
        Assert.Equal(16, features["x.energy"]);
        FeatureBench.Near(4.0 / 3, features["x.mean_absolute_difference"], 1e-6);
    }

    [Fact]
    public void NormalNoiseHasAKurtosisOfThree() =>
        FeatureBench.Near(3, FeatureBench.Extract(1, FeatureBench.Noise(50_000, seed: 5))["x.kurtosis"], 0.1);

    [Fact]
    public void QuantilesLieBetweenOrderStatistics()
    {
        var features = FeatureBench.Extract(1, [40, 10, 0, 30, 20]);
        Assert.Equal(2, features["x.q05"]);
        Assert.Equal(10, features["x.q25"]);
        Assert.Equal(20, features["x.q50"]);
        Assert.Equal(30, features["x.q75"]);
        Assert.Equal(38, features["x.q95"]);
    }

    [Fact]
    public void ZeroCrossingsAreThoseOfTheSignalLessItsMean() =>
        Assert.Equal(3, FeatureBench.Extract(1, [101, 99, 101, 101, 99, 99])["x.zero_crossings"]);

    [Fact]
    public void AConstantHasNoShape()
    {
        var features = FeatureBench.Extract(1, FeatureBench.Series(7, _ => 0.1));
        Assert.Equal(0.1f, features["x.mean"]);
        foreach (var name in new[] { "deviation", "skewness", "kurtosis", "crest_factor", "zero_crossings", "mean_absolute_difference" })
            Assert.Equal(0, features[$"x.{name}"]);
    }
}
