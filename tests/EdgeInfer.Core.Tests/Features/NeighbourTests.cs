using EdgeInfer.Core.Features;

namespace EdgeInfer.Core.Tests.Features;

/// <summary>Series share vectors; the number of lanes differs between processors, and must not show.</summary>
public sealed class NeighbourTests
{
    private static readonly EnvelopeBand Band = new(10, 40, new Dictionary<string, double> { ["bpfo"] = 1.7 });

    [Theory]
    [InlineData(16)]
    [InlineData(100)]
    [InlineData(128)]
    public void AChannelHasTheSameBitsAloneAsAmongOthersInAnyOrder(int length)
    {
        string[] names = ["a", "b", "c", "d", "e"];
        var channels = names.ToDictionary(name => name, name => FeatureBench.Noise(length, seed: name[0]));
        var speed = FeatureBench.Series(length, _ => 12.5);
        var together = Extract([.. names, "speed"]);
        var reversed = Extract(["speed", .. names.Reverse()]);

        foreach (var name in names)
        {
            var alone = Extract([name, "speed"]).Where(feature => feature.Key.StartsWith(name + ".", StringComparison.Ordinal)).ToArray();
            Assert.Equal(35, alone.Length);
            foreach (var (feature, value) in alone)
            {
                Assert.Equal(Bits(value), Bits(together[feature]));
                Assert.Equal(Bits(value), Bits(reversed[feature]));
            }
        }

        for (var i = 0; i < names.Length; i++)
        {
            for (var j = i + 1; j < names.Length; j++)
                Assert.Equal(Bits(together[$"correlation({names[i]},{names[j]})"]), Bits(reversed[$"correlation({names[j]},{names[i]})"]));
        }

        Dictionary<string, float> Extract(string[] order) => FeatureBench.Extract(
            FeatureBench.Shape(length, 100, order), Band, [.. order.Select(name => name == "speed" ? speed : channels[name])]);
    }

    private static int Bits(float value) => BitConverter.SingleToInt32Bits(value);
}
