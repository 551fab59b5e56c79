using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Augmentation;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Networks.Augmentation;

public sealed class ImageAugmentationTests
{
    private static readonly NetworkInput Input = new(2, 20, 30);

    [Fact]
    public void EveryValueIsWrittenFiniteAndTheOriginalStaysAsItIs()
    {
        var image = ToyWindows.Noise(1, Input.ValueCount, seed: 1)[0];
        float[] before = [.. image];
        for (var seed = 0; seed < 50; seed++)
        {
            var target = Augmented(image, deviation: 1, seed);
            Assert.All(target, value => Assert.True(float.IsFinite(value)));
            Assert.NotEqual(before, target);
        }

        Assert.Equal(before, image);
        Assert.Equal(Augmented(image, deviation: 1, seed: 5), Augmented(image, deviation: 1, seed: 5));
    }

    [Fact]
    public void APointIsMovedByATenthAtMostInEveryChannelAlikeAndNeverMirrored()
    {
        var image = new float[Input.ValueCount];
        var area = Input.Height * Input.Width;
        // One point in each channel, off the middle: a mirrored image would have it on the other side.
        image[8 * 30 + 10] = image[area + 8 * 30 + 10] = 100;
        HashSet<(int, int)> places = [];
        for (var seed = 0; seed < 200; seed++)
        {
            var target = Augmented(image, deviation: 0, seed);
            var brightest = Array.IndexOf(target, target.Max());
            var (row, column) = (brightest % area / 30, brightest % 30);
            Assert.InRange(row, 6, 10);
            Assert.InRange(column, 7, 13);
            Assert.Equal(target[row * 30 + column], target[area + row * 30 + column]);
            places.Add((row, column));
        }

        Assert.InRange(places.Count, 30, 35);
    }

    [Fact]
    public void SomeImagesAreBlurredAndKeepTheirSum()
    {
        var image = new float[Input.ValueCount];
        image[10 * 30 + 15] = 160;
        var blurred = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            // Contrast scales around 0 and there is no noise: the shape tells the blur.
            var plane = Augmented(image, deviation: 0, seed)[..600];
            var (largest, sum) = (plane.Max(), plane.Sum());
            var isBlurred = plane.Count(value => value > 0) > 1;
            blurred += isBlurred ? 1 : 0;
            Assert.Equal(isBlurred ? sum / 4 : sum, largest, sum * 1e-4);
        }

        Assert.InRange(blurred, 10, 40);
    }

    [Fact]
    public void BrightnessAndNoiseAreMeasuredByTheDeviation()
    {
        double[] means =
        [
            .. Enumerable.Range(0, 200).Select(seed => (double)Augmented(new float[Input.ValueCount], deviation: 10, seed).Average()),
        ];

        Assert.InRange(Math.Sqrt(means.Average(mean => mean * mean)), 2, 4);
    }

    private static float[] Augmented(float[] image, float deviation, int seed)
    {
        var target = Enumerable.Repeat(float.NaN, image.Length).ToArray();
        new ImageAugmentation(Input, new ChannelStatistics([0, 0], [deviation, deviation])).Apply(image, target, new Random(seed));
        return target;
    }
}
