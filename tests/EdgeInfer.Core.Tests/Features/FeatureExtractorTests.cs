using CsCheck;
using EdgeInfer.Core.Features;
using EdgeInfer.Core.Windows;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Core.Tests.Features;

public sealed class FeatureExtractorTests
{
    private static readonly EnvelopeBand Band = new(10, 30, new Dictionary<string, double> { ["bpfo"] = 3.58 });

    private static readonly Gen<float> AnyFinite = Gen.Frequency(
        (4, Gen.Float[-10, 10]),
        (1, Gen.Float.Select(v => float.IsFinite(v) ? v : 1)),
        (1, Gen.OneOf([.. new[]
        {
            0f, -0f, float.MaxValue, -float.MaxValue, 3e38f, float.Epsilon, -float.Epsilon, 1e-38f,
        }.Select(v => Gen.Const(v))])));

    [Fact]
    public void FiniteInputGivesFiniteFeatures()
    {
        var mixed = AnyFinite.Array[Shape().ValueCount];
        var constant = AnyFinite.Select(v => Enumerable.Repeat(v, Shape().ValueCount).ToArray());
        var oneValued = AnyFinite.Select(AnyFinite, Gen.Int[0, Shape().ValueCount - 1]).Select((usual, odd, at) =>
            Enumerable.Range(0, Shape().ValueCount).Select(i => i == at ? odd : usual).ToArray());

        Gen.OneOf(mixed, constant, oneValued).Sample(
            window => Apply(Shape(), window).All(float.IsFinite), seed: "0N0XIzNsQ0O2", iter: 2_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    public void AnyLengthGivesFiniteFeatures(int length) =>
        Gen.Float[-10, 10].Array[2 * length].Sample(
            window => Apply(FeatureBench.Shape(length, 100, "x", "y"), window, null).All(float.IsFinite),
            seed: "0N0XIzNsQ0O2", iter: 200);

    [Fact]
    public void ASampleThatIsNotFiniteMakesItsChannelsFeaturesUnknownAndNoOthers()
    {
        foreach (var bad in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
        {
            float[][] channels =
            [
                FeatureBench.Noise(40, 1), FeatureBench.Noise(40, 2), FeatureBench.Noise(40, 3), FeatureBench.Noise(40, 4),
            ];
            channels[1][17] = bad;
            var features = FeatureBench.Extract(Shape(), Band, channels);
            foreach (var (name, value) in features)
            {
                var touched = name.StartsWith("y.", StringComparison.Ordinal)
                    || name.StartsWith("magnitude(x,y,z).", StringComparison.Ordinal)
                    || name is "correlation(x,y)" or "correlation(y,z)";
                Assert.True(float.IsNaN(value) == touched, name);
            }
        }
    }

    [Fact]
    public void NamesAreUniqueAndOneAFeature()
    {
        var extractor = new FeatureExtractor(Shape(), Band);
        Assert.Equal(extractor.OutputLength, extractor.Names.Distinct().Count());
        var output = new float[extractor.OutputLength + 1];
        output.AsSpan().Fill(12345.678f);
        extractor.Apply(new float[Shape().ValueCount], output);
        Assert.DoesNotContain(12345.678f, output[..^1]);
        Assert.Equal(12345.678f, output[^1]);
    }

    [Fact]
    public void ASpeedChannelGivesItsLevelOnly()
    {
        var names = new FeatureExtractor(Shape(), Band).Names;
        Assert.Equal(["speed.mean", "speed.deviation"], names.Where(name => name.Contains("speed", StringComparison.Ordinal)));
    }

    [Fact]
    public void AnotherWindowDoesNotLeakIntoTheNext()
    {
        var extractor = new FeatureExtractor(Shape(), Band);
        var (first, second) = (new float[extractor.OutputLength], new float[extractor.OutputLength]);
        var window = FeatureBench.Noise(Shape().ValueCount, seed: 11);
        extractor.Apply(window, first);
        extractor.Apply(FeatureBench.Noise(Shape().ValueCount, seed: 12, deviation: 1e9), second);
        extractor.Apply(window, second);
        Assert.Equal(first, second);
    }

    [Fact]
    public void AWindowOrOutputOfAnotherSizeIsRefused()
    {
        var extractor = new FeatureExtractor(Shape(), Band);
        Assert.Throws<ArgumentException>(() => extractor.Apply(new float[1], new float[extractor.OutputLength]));
        Assert.Throws<ArgumentException>(() => extractor.Apply(new float[Shape().ValueCount], new float[1]));
    }

    [Fact]
    public void ApplyingAllocatesNothing()
    {
        var extractor = new FeatureExtractor(Shape(), Band);
        var window = FeatureBench.Noise(Shape().ValueCount, seed: 13);
        var output = new float[extractor.OutputLength];
        extractor.Apply(window, output);

        Assert.Equal(0, Allocation.OfLeastRound(() =>
        {
            for (var i = 0; i < 100; i++)
                extractor.Apply(window, output);
        }));
    }

    private static WindowShape Shape() => FeatureBench.Shape(40, 100, "x", "y", "z", "speed");

    private static float[] Apply(WindowShape shape, float[] window) => Apply(shape, window, Band);

    private static float[] Apply(WindowShape shape, float[] window, EnvelopeBand? band)
    {
        var extractor = new FeatureExtractor(shape, band);
        var output = new float[extractor.OutputLength];
        extractor.Apply(window, output);
        return output;
    }
}
