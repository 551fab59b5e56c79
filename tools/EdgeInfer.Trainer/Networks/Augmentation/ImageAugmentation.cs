namespace EdgeInfer.Trainer.Networks.Augmentation;

/// <summary>
/// What a camera on a wall changes of itself: a shift, brightness, contrast, blur and noise, all relative to the
/// deviation of the training images. No flips: a mirrored digit is another sign.
/// </summary>
/// <param name="input">Geometry of the images.</param>
/// <param name="statistics">Mean and deviation of each channel over the training images.</param>
internal sealed class ImageAugmentation(NetworkInput input, ChannelStatistics statistics) : IAugmentation
{
    private const double ShiftShare = 0.1;
    private const double BrightnessDeviation = 0.3;
    private const double ContrastDeviation = 0.15;
    private const double BlurProbability = 0.25;
    private const double LargestNoiseShare = 0.1;

    private readonly float[] _line = new float[Math.Max(input.Height, input.Width)];

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<float> sample, Span<float> target, Random random)
    {
        var (down, right) = (Shift(input.Height, random), Shift(input.Width, random));
        var contrast = (float)Math.Exp(ContrastDeviation * Normal.Next(random));
        var brightness = BrightnessDeviation * Normal.Next(random);
        var noise = LargestNoiseShare * random.NextDouble();
        var blurred = random.NextDouble() < BlurProbability;
        var area = input.Height * input.Width;
        for (var channel = 0; channel < input.Channels; channel++)
        {
            var plane = target.Slice(channel * area, area);
            Move(sample.Slice(channel * area, area), plane, down, right);
            if (blurred)
                Blur(plane);
            var (mean, deviation) = (statistics.Mean[channel], statistics.Deviation[channel]);
            foreach (ref var value in plane)
                value = (float)(mean + (value - mean) * contrast + deviation * (brightness + noise * Normal.Next(random)));
        }
    }

    private static int Shift(int size, Random random)
    {
        var largest = (int)(size * ShiftShare);
        return random.Next(-largest, largest + 1);
    }

    /// <summary>Moves the image; its edges are repeated.</summary>
    private void Move(ReadOnlySpan<float> source, Span<float> target, int down, int right)
    {
        for (var row = 0; row < input.Height; row++)
        {
            var from = source.Slice(Math.Clamp(row - down, 0, input.Height - 1) * input.Width, input.Width);
            for (var column = 0; column < input.Width; column++)
                target[row * input.Width + column] = from[Math.Clamp(column - right, 0, input.Width - 1)];
        }
    }

    /// <summary>The binomial kernel 1 2 1 along rows, then along columns.</summary>
    private void Blur(Span<float> plane)
    {
        for (var row = 0; row < input.Height; row++)
            BlurLine(plane, row * input.Width, step: 1, input.Width);
        for (var column = 0; column < input.Width; column++)
            BlurLine(plane, column, step: input.Width, input.Height);
    }

    private void BlurLine(Span<float> plane, int first, int step, int count)
    {
        for (var i = 0; i < count; i++)
            _line[i] = plane[first + i * step];
        for (var i = 0; i < count; i++)
            plane[first + i * step] = (_line[Math.Max(i - 1, 0)] + 2 * _line[i] + _line[Math.Min(i + 1, count - 1)]) / 4;
    }
}
