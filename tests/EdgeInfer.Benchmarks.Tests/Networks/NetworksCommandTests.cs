using System.Text.Json;
using EdgeInfer.Benchmarks.Seeds;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Benchmarks.Tests.Networks;

public sealed class NetworksCommandTests
{
    [Fact]
    public void WithoutWhatCountsOnArmTheTimesAreThereAndWhatIsLeftOutIsTold()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "har-phone-cnn-fp32", "har-phone-cnn-int8" })
            Directory.CreateSymbolicLink(folder.File(name), Path.Combine(Repository.Root, "models", name));
        var json = folder.File("networks.json");

        // Neither emulator nor compiler is on this path.
        var run = MeasuredProcess.Run(
            "/usr/bin/env",
            [
                $"PATH={folder.Path}", Path.Combine(AppContext.BaseDirectory, "EdgeInfer.Benchmarks"), "networks", "--models", folder.Path,
                "--json", json,
            ],
            _ => { });

        Assert.Empty(run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, run.Output.Count(line => line.StartsWith("| har-phone-cnn-int8 | ", StringComparison.Ordinal)));
        Assert.Matches("^left out, instructions on Cortex-A72 and A76: .+: absent: ", run.Output[^1]);
        using var records = JsonDocument.Parse(File.ReadAllText(json));
        Assert.True(records.RootElement[0].GetProperty("latency").GetProperty("int8_us").GetDouble() > 0);
        Assert.Empty(records.RootElement[0].GetProperty("instructions").EnumerateArray());
    }
}
