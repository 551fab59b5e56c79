using EdgeInfer.Core.Features.Images;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Tests.Features.Images;

public sealed class ImageFeaturesTests
{
    private const int Seed = 4;

    [Theory]
    [InlineData(20, 32, FrameColour.Rgb, 5)]
    [InlineData(28, 28, FrameColour.Gray, 7)]
    [InlineData(31, 18, FrameColour.Rgb, 4)]
    [InlineData(4, 5, FrameColour.Gray, 2)]
    public void OrientedGradientsAreThoseOfTheTextbook(int width, int height, FrameColour colour, int side)
    {
        var frame = new FrameShape(width, height, colour);
        var values = Noise(frame);

        var expected = TextbookHog.Of(frame, values, side);
        var actual = Apply(frame, values);

        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-6);
        Assert.StartsWith("gray[0,0]", new ImageFeatures(frame).Names[expected.Length], StringComparison.Ordinal);
    }

    [Fact]
    public void LevelsAndColoursAreMeansAndDeviationsOfTheirPixels()
    {
        var frame = new FrameShape(20, 32, FrameColour.Rgb);
        var values = Noise(frame);
        var names = new ImageFeatures(frame).Names;
        var features = Apply(frame, values);
        var cell = Enumerable.Range(0, 25).Select(i => (6 + i / 5) * 20 + 5 + i % 5)
            .Select(i => 0.299 * values[i] + 0.587 * values[640 + i] + 0.114 * values[1280 + i]).ToArray();
        var mean = cell.Average();

        Assert.Equal(mean, features[names.ToList().IndexOf("gray[1,1].mean")], 1e-4);
        Assert.Equal(Math.Sqrt(cell.Average(v => (v - mean) * (v - mean))), features[names.ToList().IndexOf("gray[1,1].deviation")], 1e-4);
        Assert.Equal(values.Skip(640).Take(640).Average(), features[names.ToList().IndexOf("green.mean")], 1e-3);
    }

    [Fact]
    public void AFlatFrameHasNoEdgesAndNoDeviation()
    {
        var frame = new FrameShape(28, 28, FrameColour.Gray);
        float[] values = [.. Enumerable.Repeat(77.3f, frame.PixelCount)];

        var named = new ImageFeatures(frame).Names.Zip(Apply(frame, values)).ToArray();

        Assert.All(named, feature => Assert.Equal(feature.First.EndsWith(".mean", StringComparison.Ordinal) ? 77.3f : 0, feature.Second));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void AValueThatIsNotFiniteMakesEveryFeatureUnknown(float value)
    {
        var frame = new FrameShape(20, 32, FrameColour.Rgb);
        var values = Noise(frame);
        values[700] = value;

        Assert.All(Apply(frame, values), feature => Assert.True(float.IsNaN(feature)));
    }

    [Fact]
    public void LargestFloatsGiveFiniteFeatures()
    {
        var frame = new FrameShape(8, 8, FrameColour.Gray);
        float[] values = [.. Enumerable.Range(0, 64).Select(i => i % 3 == 0 ? float.MaxValue : -float.MaxValue)];

        Assert.All(Apply(frame, values), feature => Assert.True(float.IsFinite(feature)));
    }

    [Fact]
    public void NamesAreUniqueAndAsManyAsFeatures()
    {
        var features = new ImageFeatures(new FrameShape(20, 32, FrameColour.Rgb));

        Assert.Equal(features.OutputLength, features.Names.Distinct().Count());
        Assert.Equal(3 * 5 * 36 + 4 * 6 * 2 + 3, features.OutputLength);
    }

    [Fact]
    public void AFrameAllocatesNothing()
    {
        var frame = new FrameShape(20, 32, FrameColour.Rgb);
        var (features, values) = (new ImageFeatures(frame), Noise(frame));
        var output = new float[features.OutputLength];
        features.Apply(values, output);

        var before = GC.GetAllocatedBytesForCurrentThread();
        features.Apply(values, output);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(3, 20)]
    [InlineData(20, 3)]
    [InlineData(60_000, 4)]
    public void FramesTooSmallOrTooLongAreRefused(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageFeatures(new FrameShape(width, height, FrameColour.Gray)));

    private static float[] Apply(FrameShape frame, float[] values)
    {
        var features = new ImageFeatures(frame);
        var output = new float[features.OutputLength];
        features.Apply(values, output);
        return output;
    }

    private static float[] Noise(FrameShape frame)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, frame.PixelCount * frame.Channels.Count).Select(_ => (float)random.Next(256))];
    }
}
