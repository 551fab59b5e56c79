namespace EdgeInfer.Core.Tests.Features;

public sealed class SpectralStatisticsTests
{
    [Fact]
    public void ASineIsOneLineAtItsFrequency()
    {
        var features = FeatureBench.Extract(1024, FeatureBench.Sine(512, 1024, 100, amplitude: 2, offset: 9));
        Assert.Equal(100, features["x.dominant_hz"]);
        FeatureBench.Near(100, features["x.centroid_hz"], 0.01);
        FeatureBench.Near(0, features["x.spread_hz"], 2);
        FeatureBench.Near(0.15, features["x.spectral_entropy"], 0.05);
        FeatureBench.Near(Math.Log(2), features["x.log_power"], 1e-5);
        FeatureBench.Near(1, features["x.band_2_share"], 1e-6);
    }

    [Fact]
    public void ZeroPaddingLeavesFrequencyAndPowerInPlace()
    {
        var features = FeatureBench.Extract(100, FeatureBench.Sine(100, 100, 12.5));
        Assert.Equal(12.5f, features["x.dominant_hz"]);
        FeatureBench.Near(Math.Log(0.5), features["x.log_power"], 0.01);
    }

    [Fact]
    public void WhiteNoiseFillsEveryBandAlike()
    {
        var features = FeatureBench.Extract(1000, FeatureBench.Noise(16_384, seed: 6, deviation: 3));
        for (var band = 1; band <= 8; band++)
            FeatureBench.Near(1 / 8.0, features[$"x.band_{band}_share"], 0.02);
        Assert.InRange(features["x.spectral_entropy"], 0.93f, 1f);
        FeatureBench.Near(250, features["x.centroid_hz"], 10);
        FeatureBench.Near(500 / Math.Sqrt(12), features["x.spread_hz"], 10);
        FeatureBench.Near(Math.Log(9), features["x.log_power"], 0.1);
    }

    [Fact]
    public void AConstantIsSilent()
    {
        var features = FeatureBench.Extract(100, FeatureBench.Series(100, _ => 0.1));
        FeatureBench.Near(Math.Log(1e-30), features["x.log_power"], 1e-5);
        foreach (var name in new[] { "band_1_share", "band_8_share", "dominant_hz", "centroid_hz", "spread_hz", "spectral_entropy" })
            Assert.Equal(0, features[$"x.{name}"]);
    }
}
