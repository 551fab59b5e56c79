using System.Text.Json;
using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Runtime.Tests.Commands;

public sealed class CommandTests
{
    [Fact]
    public async Task ACheckedBundleSaysItsEngineAndDifference()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteTreeBundle(folder.File("bundle"));

        var (exitCode, output, error) = await RuntimeProcess.RunAsync(folder.Path, "check", bundle);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith("tiny-fasttree-exact 1.0.0: engine tree, 2 golden cases within ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACheckedNetworkLeavesNothingInTheUsersHome()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteOnnxBundle(folder.File("bundle"));
        var home = Directory.CreateDirectory(folder.File("home")).FullName;

        var (exitCode, output, _) = await RuntimeProcess.RunAsync(home, "check", bundle);

        Assert.Equal(0, exitCode);
        Assert.StartsWith("tiny-cnn-fp32 1.0.0: engine onnx", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(home));
    }

    [Fact]
    public async Task AnExplanationIsATableOrJson()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteTreeBundle(folder.File("bundle"), ensemble: TinyTask.Counted);

        var (_, table, _) = await RuntimeProcess.RunAsync(folder.Path, "explain", bundle, "golden/1", "--top", "1");
        var (_, json, _) = await RuntimeProcess.RunAsync(folder.Path, "explain", bundle, "golden/1", "--json");

        Assert.StartsWith(
            """
            tiny-fasttree-exact, window golden/1: high with probability 0.8808 (simulated)
                +0.500000                expected of the training rows
                +0.500000             1  x[0]
                +0.000000                19 other features
                +1.000000                sum; the raw score of high is +1.000000, 
            """,
            table,
            StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json);
        Assert.Equal(0.5, document.RootElement.GetProperty("features")[0].GetProperty("contribution").GetDouble(), 1e-12);
    }

    [Fact]
    public async Task ANetworksExplanationIsATableOrJsonOfSegments()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteOnnxBundle(folder.File("bundle"));

        var (_, table, _) = await RuntimeProcess.RunAsync(folder.Path, "explain", bundle, "golden/1", "--top", "1");
        var (_, json, _) = await RuntimeProcess.RunAsync(folder.Path, "explain", bundle, "golden/1", "--json");

        Assert.Matches(
            """
            ^tiny-cnn-fp32, window golden/1: high with probability 0\.9997 \(simulated\)
                \+8\.000\d\d\d  x 0 to 0\.1 s
                           19 other segments, each of less
                \+8\.000\d\d\d  log-odds of high; .* 21 inferences in all\s*$
            """,
            table);
        using var document = JsonDocument.Parse(json);
        Assert.Equal("x 0 to 0.1 s", document.RootElement.GetProperty("segments")[0].GetProperty("segment").GetString());
    }

    [Fact]
    public async Task AHybridBundleIsCheckedAsOneModel()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteHybridBundle(folder.File("bundle"));

        var (exitCode, output, error) = await RuntimeProcess.RunAsync(folder.Path, "check", bundle);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith("tiny-hybrid-int8 1.0.0: engine hybrid, 2 golden cases within ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHybridWhoseTreesReadAnotherNetworkIsRefused()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteHybridBundle(folder.File("bundle"), features: 3);

        var (exitCode, _, error) = await RuntimeProcess.RunAsync(folder.Path, "check", bundle);

        Assert.Equal(2, exitCode);
        Assert.Contains(
            "network and trees do not fit: the first model gives 2 values, the second takes 3", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "missing")]
    [InlineData("explain", "missing", "golden/0")]
    [InlineData("explain", "missing")]
    [InlineData("explain", "missing", "golden/0", "--top", "none")]
    [InlineData("check")]
    [InlineData("fly")]
    [InlineData("replay", "--data", "missing", "--bundle", "missing", "--broker", "127.0.0.1:1")]
    [InlineData("replay", "--data", "missing", "--bundle", "missing", "--broker", "nowhere")]
    [InlineData("replay", "--data", "missing", "--bundle", "missing", "--broker", "127.0.0.1:1", "--speed", "fast")]
    public async Task BadInputIsOneLineAndExitCode2(params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, _, error) = await RuntimeProcess.RunAsync(folder.Path, arguments);

        Assert.Equal(2, exitCode);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--outbox-mib", "0", "'0' is no number from 1 to 1000000")]
    [InlineData("--outbox-days", "NaN", "'NaN' is no number from 0.001 to 3650")]
    [InlineData("--flush-seconds", "1,5", "'1,5' is no number from 0.1 to 3600")]
    public async Task ABoundOfTheOutboxNamesItsRange(string option, string value, string reason)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, _, error) = await RuntimeProcess.RunAsync(
            folder.Path, "replay", "--data", "missing", "--bundle", "missing", "--broker", "127.0.0.1:1", option, value);

        Assert.Equal((2, $"{option}: {reason}"), (exitCode, error.TrimEnd()));
    }

    [Fact]
    public async Task ABundleThatFailsItsGoldenCasesIsRefused()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteTreeBundle(
            folder.File("bundle"), golden: new(1e-6, [new(TinyTask.Window(1), [TinyTask.Sure, 1 - TinyTask.Sure])]));

        var (exitCode, _, error) = await RuntimeProcess.RunAsync(folder.Path, "check", bundle);

        Assert.Equal(2, exitCode);
        Assert.Contains("golden case 0", error, StringComparison.Ordinal);
    }
}
