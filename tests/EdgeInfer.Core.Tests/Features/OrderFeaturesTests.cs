using EdgeInfer.Core.Features;

namespace EdgeInfer.Core.Tests.Features;

public sealed class OrderFeaturesTests
{
    private const int Length = 4096;
    private const double RateHz = 12_800;
    private const double SpeedHz = 29.3;
    private static readonly EnvelopeBand Band = new(2_500, 4_500, new Dictionary<string, double> { ["bpfo"] = 3.58, ["bpfi"] = 5.42 });

    [Fact]
    public void ImbalanceAndMisalignmentAreAmplitudesAtTheirOrders()
    {
        var features = Extract(i => 0.8 * Wave(i, SpeedHz) + 0.3 * Wave(i, 2 * SpeedHz), SpeedHz);
        FeatureBench.Near(0.8, features["x.order_1"], 0.01);
        FeatureBench.Near(0.3, features["x.order_2"], 0.01);
        FeatureBench.Near(0, features["x.order_3"], 0.01);
    }

    [Fact]
    public void TheAmplitudeDoesNotDependOnWhereBetweenTwoBinsTheSpeedFalls()
    {
        for (var speedHz = 50.0; speedHz < 53.125; speedHz += 0.3125)
            FeatureBench.Near(1, Extract(i => Wave(i, speedHz), speedHz)["x.order_1"], 0.01);
    }

    [Fact]
    public void AnOrderBeyondHalfTheRateOrAStandingShaftHasNoAmplitude()
    {
        Assert.Equal(0, Extract(i => Wave(i, 6_000), 6_000)["x.order_2"]);
        Assert.Equal(0, Extract(i => Wave(i, 30), 0)["x.order_1"]);
        Assert.Equal(0, Extract(i => Wave(i, 30), -30)["x.envelope_bpfo_1"]);
    }

    [Fact]
    public void ImpactsOfADefectStandOutInTheEnvelopeAtItsOrderOnly()
    {
        var noise = FeatureBench.Noise(Length, seed: 8, deviation: 0.2);
        var features = Extract(i => Impacts(i, 3.58 * SpeedHz) + noise[i], SpeedHz);
        Assert.True(features["x.envelope_bpfo_1"] > 10, $"{features["x.envelope_bpfo_1"]}");
        Assert.True(features["x.envelope_bpfo_2"] > 5);
        Assert.True(features["x.envelope_bpfi_1"] < features["x.envelope_bpfo_1"] / 3);
    }

    [Fact]
    public void AnAmplitudeModulatedCarrierHasOneLineInItsEnvelope()
    {
        var features = Extract(i => (1 + 0.5 * Wave(i, 5.42 * SpeedHz)) * Wave(i, 3_500), SpeedHz);
        Assert.True(features["x.envelope_bpfi_1"] > 100 * features["x.envelope_bpfi_2"]);
        Assert.True(features["x.envelope_bpfi_1"] > 100 * features["x.envelope_bpfo_1"]);
    }

    [Fact]
    public void WithoutASpeedChannelThereAreNoOrders()
    {
        var names = new FeatureExtractor(FeatureBench.Shape(Length, RateHz, "x"), Band).Names;
        Assert.DoesNotContain(
            names, name => name.Contains("order", StringComparison.Ordinal) || name.Contains("envelope", StringComparison.Ordinal));
    }

    [Fact]
    public void ASpeedThatIsNotFiniteLeavesTheOrdersUnknown()
    {
        var features = Extract(i => Wave(i, 30), double.NaN);
        Assert.True(
            float.IsNaN(features["x.order_1"]) && float.IsNaN(features["x.envelope_bpfi_3"]) && float.IsNaN(features["speed.mean"]));
        Assert.True(float.IsFinite(features["x.rms"]));
    }

    [Theory]
    [InlineData(-1, 100)]
    [InlineData(100, 7_000)]
    [InlineData(200, 100)]
    [InlineData(100.1, 100.2)]
    [InlineData(double.NaN, 100)]
    public void ABandThatHoldsNoFrequencyIsRefused(double lowHz, double highHz) =>
        Assert.Throws<ArgumentException>(() => new FeatureExtractor(
            FeatureBench.Shape(Length, RateHz, "x", "speed"), Band with { LowHz = lowHz, HighHz = highHz }));

    private static Dictionary<string, float> Extract(Func<int, double> signal, double speedHz) =>
        FeatureBench.Extract(
            FeatureBench.Shape(Length, RateHz, "x", "speed"), Band,
            FeatureBench.Series(Length, signal), FeatureBench.Series(Length, _ => speedHz));

    private static double Wave(int i, double frequencyHz) => Math.Sin(2 * Math.PI * frequencyHz * i / RateHz);

    private static double Impacts(int i, double everyHz)
    {
        var sinceImpact = i / RateHz % (1 / everyHz);
        return Math.Exp(-800 * sinceImpact) * Math.Sin(2 * Math.PI * 3_500 * sinceImpact);
    }
}
