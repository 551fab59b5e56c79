using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Tests.Support;

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

    [Theory]
    [InlineData("check", "missing")]
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
