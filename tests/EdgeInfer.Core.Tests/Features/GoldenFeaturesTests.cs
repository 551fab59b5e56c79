using System.Globalization;
using EdgeInfer.Core.Features;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Tests.Features;

/// <summary>
/// Every feature of one window, bit for bit, on every processor. The window is made by integer arithmetic; the lines of
/// golden-features.txt are name, bits in hex, and the value for a reader. A change here is a new feature version.
/// </summary>
public sealed class GoldenFeaturesTests
{
    private const int Length = 200;
    private const int RateHz = 1000;

    [Fact]
    public void EveryBitOfEveryFeatureIsTheSameOnEveryProcessor() => Assert.Equal(ReadGolden(), Describe());

    private static string[] ReadGolden()
    {
        using var stream = typeof(GoldenFeaturesTests).Assembly.GetManifestResourceStream("golden-features.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string[] Describe()
    {
        Channel[] channels =
        [
            new("x", "g"), new("y", "g"), new("z", "g"), new("current", "A"), new("speed", "Hz", ChannelRole.Speed),
        ];
        var extractor = new FeatureExtractor(
            new WindowShape(channels, RateHz, Length, Length, 1),
            new EnvelopeBand(150, 400, new Dictionary<string, double> { ["bpfo"] = 3.58, ["bpfi"] = 5.42 }));
        var output = new float[extractor.OutputLength];
        extractor.Apply(Window(), output);
        return [.. extractor.Names.Zip(output, (name, value) =>
            string.Create(CultureInfo.InvariantCulture, $"{name} {BitConverter.SingleToInt32Bits(value):x8} {value}"))];
    }

    private static float[] Window()
    {
        var state = 12345u;
        float Noise()
        {
            state = state * 1664525u + 1013904223u;
            return (int)(state >> 16) - 32768;
        }

        float Triangle(int i, int period) => Math.Abs(i % period * 4 - 2 * period) - period;

        var window = new float[5 * Length];
        for (var i = 0; i < Length; i++)
        {
            window[i] = Triangle(i, 40) / 64 + Noise() / 262144;
            window[Length + i] = Triangle(i + 11, 40) / 128 + (i % 11 < 2 ? 0.75f : 0) * (i % 2 * 2 - 1);
            window[2 * Length + i] = 1 + Noise() / 131072;
            window[3 * Length + i] = i < 100 ? 2.5f : 3.1f;
            window[4 * Length + i] = 25 + Noise() / 1048576;
        }

        return window;
    }
}
