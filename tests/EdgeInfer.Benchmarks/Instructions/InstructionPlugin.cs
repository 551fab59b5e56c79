using System.Diagnostics;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Benchmarks.Instructions;

/// <summary>The plugin of qemu-user that counts, compiled for the machine it runs on.</summary>
internal static class InstructionPlugin
{
    private const string Source = "tests/EdgeInfer.Benchmarks/Instructions/count.c";

    /// <summary>Returns its path.</summary>
    /// <exception cref="InvalidInputException">There is no C compiler, or it refuses.</exception>
    public static string Compile(string folder)
    {
        var plugin = Path.Combine(folder, "count.so");
        using var compiler = Process.Start("gcc", ["-O2", "-shared", "-fPIC", "-o", plugin, Path.Combine(Repository.Root, Source)]);
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? plugin : throw new InvalidInputException(Source, $"gcc exits with {compiler.ExitCode}");
    }
}
