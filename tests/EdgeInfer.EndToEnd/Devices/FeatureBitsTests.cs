using EdgeInfer.Core.Features;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Devices;

/// <summary>Features have the same bits with the vectors that the JIT chooses for this process, 128-bit ones of x64, and NEON's.</summary>
public sealed class FeatureBitsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(100, FeatureExtractor.Id)]
    [InlineData(128, FeatureExtractor.Id)]
    [InlineData(101, MuLawCompanding.Id)]
    public async Task OnArm64EveryFeatureHasTheSameBits(int window, string preprocessing)
    {
        FeatureBitsBundle.Write(_folder.File("bits"), window, preprocessing);
        (await CheckAsync(Arm64.RuntimeOrSkip())).Succeeded();
    }

    [Theory]
    [InlineData(100, FeatureExtractor.Id)]
    [InlineData(128, FeatureExtractor.Id)]
    [InlineData(101, MuLawCompanding.Id)]
    public async Task InTheNativeRuntimeOfThisMachineEveryFeatureHasTheSameBits(int window, string preprocessing)
    {
        FeatureBitsBundle.Write(_folder.File("bits"), window, preprocessing);
        (await CheckAsync([Executables.PublishedRuntime("linux-x64")])).Succeeded();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(28)]
    [InlineData(100)]
    public async Task AFeatureOneBitBesideIsNoticed(int feature)
    {
        FeatureBitsBundle.Write(_folder.File("bits"), 100, wrong: feature);
        var result = await CheckAsync(Executables.JitRuntime);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("golden", result.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<ToolResult> CheckAsync(string[] runtime)
    {
        await using var check = ToolProcess.Start(_folder.Path, [.. runtime, "check", _folder.File("bits")]);
        return await check.EndAsync();
    }
}
