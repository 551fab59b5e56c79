using EdgeInfer.Core.Features;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Tests.Features;

public sealed class CrossChannelTests
{
    [Fact]
    public void CorrelationIsOneForAChannelAndItsMultipleMinusOneForItsOppositeAndZeroForAConstant()
    {
        var noise = FeatureBench.Noise(200, seed: 9);
        var features = FeatureBench.Extract(
            FeatureBench.Shape(200, 100, "a", "b", "c", "d"), null,
            noise, [.. noise.Select(v => 4 * v + 100)], [.. noise.Select(v => -v)], new float[200]);
        FeatureBench.Near(1, features["correlation(a,b)"], 1e-6);
        Assert.Equal(-1, features["correlation(a,c)"]);
        Assert.Equal(0, features["correlation(a,d)"]);
    }

    [Fact]
    public void QuarterPeriodApartIsUncorrelated()
    {
        var features = FeatureBench.Extract(
            FeatureBench.Shape(100, 100, "a", "b"), null,
            FeatureBench.Sine(100, 100, 5), FeatureBench.Series(100, i => Math.Cos(2 * Math.PI * 5 * i / 100)));
        FeatureBench.Near(0, features["correlation(a,b)"], 1e-6);
    }

    [Fact]
    public void TheMagnitudeOfARotatingVectorIsConstant()
    {
        var features = FeatureBench.Extract(
            FeatureBench.Shape(100, 100, "x", "y", "z"), null,
            FeatureBench.Sine(100, 100, 5, amplitude: 3),
            FeatureBench.Series(100, i => 3 * Math.Cos(2 * Math.PI * 5 * i / 100)),
            FeatureBench.Series(100, _ => 4));
        FeatureBench.Near(5, features["magnitude(x,y,z).mean"], 1e-6);
        FeatureBench.Near(0, features["magnitude(x,y,z).deviation"], 1e-6);
    }

    [Theory]
    [InlineData("m/s2 m/s2 m/s2 rad/s rad/s rad/s", 2)]
    [InlineData("g g g g g g", 2)]
    [InlineData("g g", 0)]
    [InlineData("g g g g", 0)]
    [InlineData("g g V g", 0)]
    [InlineData("V g g g", 1)]
    [InlineData("Hz Hz Hz", 0)]
    public void ThreeNeighbouringSignalsOfOneUnitAreAVector(string units, int vectors)
    {
        Channel[] channels = [.. units.Split(' ').Select((unit, i) =>
            new Channel($"c{i}", unit, unit == "Hz" ? ChannelRole.Speed : ChannelRole.Signal))];
        var names = new FeatureExtractor(new WindowShape(channels, 100, 32, 32, 1), null).Names;
        Assert.Equal(vectors, names.Count(
            name => name.StartsWith("magnitude(", StringComparison.Ordinal) && name.EndsWith(".mean", StringComparison.Ordinal)));
    }
}
