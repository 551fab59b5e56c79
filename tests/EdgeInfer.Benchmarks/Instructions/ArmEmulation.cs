using System.Diagnostics;
using EdgeInfer.Benchmarks.Models;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Emulation;

namespace EdgeInfer.Benchmarks.Instructions;

/// <summary>The probe for arm64 under an emulator that counts, on each processor; its files live as long as this.</summary>
internal sealed class ArmEmulation : IDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly InstructionCount _count;
    private readonly Dictionary<GuestProcessor, string> _roots;

    /// <param name="calls">Calls that a count is the mean of.</param>
    /// <exception cref="InvalidInputException">Libraries, emulator or compilers are absent.</exception>
    public ArmEmulation(int calls)
    {
        var libraries = Path.Combine(Repository.Root, "artifacts", "arm64-root");
        if (!Directory.Exists(libraries))
            throw new InvalidInputException(libraries, "absent: .ci/arm64-root unpacks the arm64 libraries there");
        InstalledProgram.Require(InstructionCount.Emulator, "qemu-user");
        InstalledProgram.Require(InstructionPlugin.Compiler, "gcc");
        InstalledProgram.Require("aarch64-linux-gnu-gcc", "gcc-aarch64-linux-gnu");
        var probe = PublishProbe();
        _folder = Directory.CreateTempSubdirectory("instructions");
        try
        {
            _count = new InstructionCount(InstructionPlugin.Compile(_folder.FullName), probe, calls);
            _roots = GuestProcessor.All.ToDictionary(processor => processor, processor => processor.MakeRoot(libraries, _folder.FullName));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Writes a file for the probe, over one of the same name, and returns its path.</summary>
    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <param name="processor">Processor to act as.</param>
    /// <param name="engine">As the probe names it.</param>
    /// <param name="model">File of the model.</param>
    /// <param name="rows">File of floats, row after row.</param>
    /// <returns>Guest instructions of one call.</returns>
    public long ACall(GuestProcessor processor, string engine, string model, string rows) =>
        _count.ACall(processor, _roots[processor], engine, model, rows);

    public void Dispose() => _folder.Delete(recursive: true);

    private static string PublishProbe()
    {
        const string Project = "EdgeInfer.KernelProbe";
        var folder = ArtifactsFolder.File("probe").FullName;
        using var publish = Process.Start(
            "dotnet",
            [
                "publish", Path.Combine(Repository.Root, "tests", Project), "-c", "Release", "-r", "linux-arm64", "-o", folder,
                "-v", "quiet",
            ]);
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? Path.Combine(folder, "edgeinfer-kernel-probe")
            : throw new InvalidInputException(
                Project, "cannot be published for linux-arm64: Debian's gcc-aarch64-linux-gnu and libc6-dev-arm64-cross do that");
    }
}
