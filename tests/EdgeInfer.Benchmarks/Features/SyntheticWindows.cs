using EdgeInfer.Core.Windows;

namespace EdgeInfer.Benchmarks.Features;

/// <summary>Windows like those of a phone in a pocket: gravity on the accelerometer, steps, and a sensor's noise.</summary>
internal static class SyntheticWindows
{
    private const double RateHz = 100;

    public static WindowShape Shape(int length) => new(
        [
            new("accelerometer_x", "m/s²"), new("accelerometer_y", "m/s²"), new("accelerometer_z", "m/s²"),
            new("gyroscope_x", "rad/s"), new("gyroscope_y", "rad/s"), new("gyroscope_z", "rad/s"),
        ],
        RateHz, length, length, 1);

    public static float[][] Make(int count, int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Window(random, length))];
    }

    private static float[] Window(Random random, int length)
    {
        var window = new float[6 * length];
        var stepsHz = 1.2 + random.NextDouble();
        for (var channel = 0; channel < 6; channel++)
        {
            var gravity = channel < 3 ? 9.81 * (random.NextDouble() * 2 - 1) : 0;
            var (strength, phase, noise) = (2 * random.NextDouble(), random.NextDouble(), 0.02 + 0.3 * random.NextDouble());
            for (var i = 0; i < length; i++)
            {
                var turns = stepsHz * i / RateHz + phase;
                var step = Math.Sin(2 * Math.PI * turns) + 0.4 * Math.Sin(4 * Math.PI * turns + channel);
                window[channel * length + i] = (float)(gravity + strength * step + noise * (random.NextDouble() - 0.5));
            }
        }

        return window;
    }
}
