using System.Diagnostics;
using System.Runtime.Versioning;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Devices;

[SupportedOSPlatform("linux")]
public sealed class Level4ExecutableTests : IDisposable
{
    private const string Level4 = "flags\t\t: fpu pni ssse3 sse4_1 sse4_2 cx16 popcnt lahf_lm avx avx2 bmi1 bmi2 f16c fma abm movbe xsave "
        + "avx512f avx512bw avx512cd avx512dq avx512vl avx512vbmi\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WhereTheKernelListsAvx512ItBecomesTheSecondExecutable()
    {
        WriteSecond("echo \"runs as $$\"; printf '[%s]' \"$@\"; echo; cat; echo \"$LANGUAGE\"; echo oh >&2; exit 7");

        var result = await RunAsync(
            Level4, "sh", "-c", "echo asked | LANGUAGE=eo exec \"$0\" \"$@\"", Baseline(), "check", "--", "", "a b", "ü\n*");

        Assert.Equal(7, result.ExitCode);
        Assert.Equal(["[check][--][][a b][ü", "*]", "asked", "eo"], result.Output.Skip(2));
        Assert.Equal(["oh"], result.Errors);
    }

    [Fact]
    public async Task ItStaysTheSameProcess()
    {
        WriteSecond("echo \"runs as $$\"");

        var result = (await RunAsync(Level4, Baseline())).Succeeded();

        Assert.Equal(result.Output[0].Replace("started", "runs", StringComparison.Ordinal), result.Output[1]);
    }

    [Fact]
    public async Task WhereTheKernelListsNoAvx512ItRunsItself()
    {
        WriteSecond("echo second");

        AssertRanItself(await RunAsync(Level4.Replace("avx512vl ", "", StringComparison.Ordinal), Baseline(), "check", "missing"));
    }

    [Fact]
    public async Task WithoutASecondExecutableItRunsItself() =>
        AssertRanItself(await RunAsync(Level4, Baseline(), "check", "missing"));

    [Fact]
    public async Task ASecondFileThatMayNotBeExecutedLeavesItToRunItself()
    {
        WriteSecond("echo second");
        File.SetUnixFileMode(Second, UnixFileMode.UserRead);

        AssertRanItself(await RunAsync(Level4, Baseline(), "check", "missing"));
    }

    [Fact]
    public async Task TheSecondIsTheSameProgramWithWideRegisters()
    {
        const string objdump = "/usr/bin/objdump";
        Assert.SkipUnless(File.Exists(objdump), "needs objdump (Debian: apt-get install binutils)");
        var baseline = Executables.PublishedRuntime("linux-x64");

        Assert.InRange(new FileInfo(baseline + Suffix).Length, new FileInfo(baseline).Length * 0.9, new FileInfo(baseline).Length * 1.3);
        // The collector, which is not managed code, sorts with zmm registers in both: it asks the processor.
        Assert.Equal(0, await CountOfWideAsync(baseline));
        Assert.InRange(await CountOfWideAsync(baseline + Suffix), 100, int.MaxValue);

        static async Task<int> CountOfWideAsync(string executable)
        {
            using var process = Process.Start(
                new ProcessStartInfo(objdump, ["-d", "-j", "__managedcode", "--no-show-raw-insn", executable])
                {
                    RedirectStandardOutput = true,
                })!;
            var count = 0;
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
                count += line.Contains("%zmm", StringComparison.Ordinal) ? 1 : 0;
            return count;
        }
    }

    private const string Suffix = ".x86-64-v4";

    private string Second => _folder.File("edgeinfer-runtime" + Suffix);

    /// <summary>The published executable in a folder of its own.</summary>
    private string Baseline()
    {
        var copy = _folder.File("edgeinfer-runtime");
        File.Copy(Executables.PublishedRuntime("linux-x64"), copy);
        return copy;
    }

    private void WriteSecond(string script)
    {
        File.WriteAllText(Second, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(Second, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<ToolResult> RunAsync(string cpuinfo, params string[] command)
    {
        var file = _folder.File("cpuinfo");
        await File.WriteAllTextAsync(file, cpuinfo, TestContext.Current.CancellationToken);
        await using var process = ToolProcess.Start(_folder.Path, OtherProcessor.RunOrSkip(file, command));
        return await process.EndAsync();
    }

    private static void AssertRanItself(ToolResult result)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("missing", Assert.Single(result.Errors), StringComparison.Ordinal);
        Assert.Single(result.Output);
    }
}
