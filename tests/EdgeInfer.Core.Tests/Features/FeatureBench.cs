using EdgeInfer.Core.Features;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Tests.Features;

/// <summary>Shapes, signals and features by name.</summary>
internal static class FeatureBench
{
    public static WindowShape Shape(int length, double rateHz, params string[] channels) =>
        new([.. channels.Select(
            name => new Channel(name, name == "speed" ? "Hz" : "g", name == "speed" ? ChannelRole.Speed : ChannelRole.Signal))],
            rateHz, length, length, 1);

    public static Dictionary<string, float> Extract(WindowShape shape, EnvelopeBand? envelope, params float[][] channels)
    {
        var extractor = new FeatureExtractor(shape, envelope);
        var output = new float[extractor.OutputLength];
        extractor.Apply([.. channels.SelectMany(values => values)], output);
        return extractor.Names.Zip(output).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>Features of one channel named x.</summary>
    public static Dictionary<string, float> Extract(double rateHz, float[] values) =>
        Extract(Shape(values.Length, rateHz, "x"), null, values);

    public static float[] Series(int length, Func<int, double> value) =>
        [.. Enumerable.Range(0, length).Select(i => (float)value(i))];

    public static float[] Sine(int length, double rateHz, double frequencyHz, double amplitude = 1, double offset = 0) =>
        Series(length, i => offset + amplitude * Math.Sin(2 * Math.PI * frequencyHz * i / rateHz));

    /// <summary>Normal deviates by Box and Muller.</summary>
    public static float[] Noise(int length, int seed, double deviation = 1)
    {
        var random = new Random(seed);
        return Series(
            length, _ => deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
    }

    public static void Near(double expected, double actual, double tolerance) =>
        Assert.True(
            Math.Abs(expected - actual) <= tolerance, FormattableString.Invariant($"{actual} is not within {tolerance} of {expected}"));
}
