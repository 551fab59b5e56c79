using System.Diagnostics;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Benchmarks.Instructions;

/// <summary>The plugin of qemu-user that counts, compiled for the machine it runs on.</summary>
internal static class InstructionPlugin
{
    public const string Compiler = "gcc";
    private const string Source = "tests/EdgeInfer.Benchmarks/Instructions/count.c";

    /// <summary>Returns its path.</summary>
    /// <exception cref="InvalidInputException">The compiler refuses.</exception>
    public static string Compile(string folder)
    {
        var plugin = Path.Combine(folder, "count.so");
        using var compiler = Process.Start(Compiler, ["-O2", "-shared", "-fPIC", "-o", plugin, Path.Combine(Repository.Root, Source)]);
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? plugin : throw new InvalidInputException(Source, $"{Compiler} exits with {compiler.ExitCode}");
    }
}
