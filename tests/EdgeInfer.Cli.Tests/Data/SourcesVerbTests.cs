using EdgeInfer.Cli.Tests.Support;

namespace EdgeInfer.Cli.Tests.Data;

[Collection<CurrentFolder>]
public sealed class SourcesVerbTests
{
    [Fact]
    public void EveryPublicDataSetIsToldOnceWithItsLicenceItsOriginAndHowToNameIt()
    {
        var (code, lines) = Verb.Run("data", "sources");

        Assert.Equal(0, code);
        foreach (var name in new[] { "fashion-mnist", "har-phone", "har-watch", "meter-digits", "vibration-fan" })
        {
            Assert.Single(lines, line => line.StartsWith($"{name}: licence ", StringComparison.Ordinal));
            Assert.Single(lines, line => line.EndsWith($"edgeinfer demo --task {name} --data DIR", StringComparison.Ordinal));
        }

        Assert.Equal(5, lines.Count(line => line.StartsWith("  from  https://", StringComparison.Ordinal)));
        Assert.Contains("har-phone: licence CC-BY-4.0, 72.8 MB", lines);
        Assert.Contains("  from  https://github.com/GeoTecINIT/sp-sw-har-dataset at 1408d85", lines);
    }
}
