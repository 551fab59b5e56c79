using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Devices;

/// <summary>Arm's kernels, which no test on x64 can run, under emulation: function, not speed.</summary>
public sealed class KernelProbeTests
{
    [Fact]
    public async Task KernelsOnArm64ScoreEdgeRowsToTheSameBits()
    {
        string[] probe = [.. Arm64.EmulatorOrSkip(), Executables.PublishedProbe("linux-arm64")];
        var model = Path.Combine(Repository.Root, "models", "har-phone-fasttree", "model.trees");

        List<string> digests = [];
        foreach (var kernel in new[] { "Reference", "Walk", "Heads128" })
        {
            await using var run = ToolProcess.Start(Repository.Root, [.. probe, kernel, model, "edges", "4000"]);
            var line = await run.LineAsync("digest");
            digests.Add(line.Split(' ')[^1]);
        }

        Assert.Matches("^[0-9a-f]{16}$", digests[0]);
        Assert.All(digests, digest => Assert.Equal(digests[0], digest));
    }
}
