using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace EdgeInfer.Runtime.Hosting.InstructionSets;

/// <summary>
/// The same program beside this one, compiled for x86-64-v4: docs/decisions/instruction-sets.md. One native executable
/// cannot serve both, because what it may use is settled when it is compiled.
/// </summary>
internal static partial class Level4Executable
{
    private const string Suffix = ".x86-64-v4";
    private const string ProcessorFile = "/proc/cpuinfo";

    /// <summary>
    /// Becomes that executable where processor and kernel have what it needs: the same process with the same
    /// arguments, environment and open files, so that signals and the exit code stay. Returns where they do not, where
    /// the file is absent or may not be executed, and in that executable itself.
    /// </summary>
    public static void TakeOver()
    {
        // A constant in a native executable: whether this is already the one for AVX-512.
        if (Avx512BW.IsSupported || !OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            return;
        var path = Environment.ProcessPath + Suffix;
        if (!File.Exists(path) || !File.Exists(ProcessorFile) || !X64Level4.IsListedIn(File.ReadLines(ProcessorFile)))
            return;
        // Comes back only where it failed, and then this executable does the same work, slower.
        _ = Execute(path, [.. Environment.GetCommandLineArgs(), null]);
    }

    [LibraryImport("libc", EntryPoint = "execv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string path, string?[] arguments);
}
