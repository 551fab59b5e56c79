using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Emulation;

namespace EdgeInfer.EndToEnd.Support;

/// <summary>The runtime for a Raspberry Pi under Debian's qemu-user; what it takes in time means nothing.</summary>
internal static class Arm64
{
    private const string Emulator = "/usr/bin/qemu-aarch64";

    /// <summary>The command that starts it; the test skips where something is absent.</summary>
    public static string[] RuntimeOrSkip() => [.. EmulatorOrSkip(), Executables.PublishedRuntime("linux-arm64")];

    /// <summary>What stands before an arm64 executable; the test skips where something is absent.</summary>
    public static string[] EmulatorOrSkip() => [Emulator, "-L", LibrariesOrSkip()];

    /// <summary>The same, acting as a processor, whose root is made in <paramref name="folder"/>.</summary>
    public static string[] EmulatorOrSkip(GuestProcessor processor, string folder) =>
        [Emulator, "-cpu", processor.Name, "-L", processor.MakeRoot(LibrariesOrSkip(), folder)];

    private static string LibrariesOrSkip()
    {
        Assert.SkipUnless(File.Exists(Emulator), "needs qemu-aarch64 (Debian: apt-get install qemu-user)");
        var libraries = Path.Combine(Repository.Root, "artifacts", "arm64-root");
        Assert.SkipUnless(Directory.Exists(libraries), "needs arm64 libraries: .ci/arm64-root");
        return libraries;
    }
}
