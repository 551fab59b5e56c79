using EdgeInfer.Core.Windows;

namespace EdgeInfer.Trainer.Tests.Samples;

/// <summary>Windows whose class is the frequency of a sine in noise, the same for the same seed.</summary>
internal sealed class ToyWindows
{
    public const int Classes = 3;

    private const double NoiseAmplitude = 0.3;

    public ToyWindows(int count, int channels, int length, int seed)
    {
        Shape = ShapeOf(channels, length);
        var random = new Random(seed);
        Labels = [.. Enumerable.Range(0, count).Select(i => i % Classes)];
        Windows = [.. Labels.Select(label => Window(label, channels, length, random))];
    }

    public WindowShape Shape { get; }

    public float[][] Windows { get; }

    public int[] Labels { get; }

    public static WindowShape ShapeOf(int channels, int length) =>
        new([.. Enumerable.Range(0, channels).Select(i => new Channel($"c{i}", "g"))], RateHz: length, length, length, MaxGapSeconds: 1);

    /// <summary>Values between -2 and 2 without any meaning.</summary>
    public static float[][] Noise(int count, int values, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count)
            .Select(_ => Enumerable.Range(0, values).Select(_ => (float)(random.NextDouble() * 4 - 2)).ToArray())];
    }

    private static float[] Window(int label, int channels, int length, Random random)
    {
        var window = new float[channels * length];
        for (var channel = 0; channel < channels; channel++)
        {
            var phase = random.NextDouble() * Math.Tau;
            for (var i = 0; i < length; i++)
            {
                var noise = NoiseAmplitude * (random.NextDouble() * 2 - 1);
                window[channel * length + i] = (float)(Math.Sin(Math.Tau * (1 + 3 * label) * i / length + phase) + noise);
            }
        }

        return window;
    }
}
