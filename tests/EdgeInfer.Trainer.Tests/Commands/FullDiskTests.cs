using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Commands;

[Slow("trains in a process")]
public sealed class FullDiskTests
{
    /// <summary>Mounted in a namespace of its own, so that nothing is left to unmount; lists what stands there after the trainer.</summary>
    private const string Script =
        """
        mount -t tmpfs -o size=64k tmpfs "$3" || exit 99
        "$1" trees --data "$2" --quick --out "$3"
        code=$?
        echo "left: $(ls -A "$3")"
        exit $code
        """;

    [Fact]
    public async Task AFullDiskIsOneLineAndLeavesNoBundle()
    {
        Assert.SkipUnless(
            Environment.IsPrivilegedProcess && File.Exists("/usr/bin/unshare"), "needs root and unshare, to mount a small disk");
        using var folder = new TinyRecordings();
        Directory.CreateDirectory(folder.Out);

        var trainer = await TrainerProcess.Start(
            "/usr/bin/unshare", "--mount", "sh", "-c", Script, "sh", Repository.Trainer, folder.Data, folder.Out);

        Assert.SkipWhen(
            trainer.ExitCode is 99 or 1 && trainer.Error.Contains("mount", StringComparison.Ordinal), $"can't mount here: {trainer.Error}");
        Assert.Equal(2, trainer.ExitCode);
        Assert.Matches($"^disk full: [^\n]*{folder.Out}[^\n]*\n$", trainer.Error);
        Assert.EndsWith("left: \n", trainer.Output, StringComparison.Ordinal);
    }
}
