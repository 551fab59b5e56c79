namespace EdgeInfer.Runtime.Hosting.InstructionSets;

/// <summary>The x86-64-v4 level of the x86-64 psABI: what an executable compiled for it may use without asking.</summary>
internal static class X64Level4
{
    private const string FlagsLine = "flags";

    /// <summary>The names of arch/x86/include/asm/cpufeatures.h; abm is what .NET calls LZCNT.</summary>
    private static readonly string[] Flags =
    [
        "pni", "ssse3", "sse4_1", "sse4_2", "cx16", "popcnt", "lahf_lm",
        "avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave",
        "avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl",
    ];

    /// <summary>
    /// Whether /proc/cpuinfo lists all of it. CPUID would not do: it names what the processor can, whereas the kernel
    /// lists AVX-512 only where it also keeps the wide registers, which managed code cannot ask (XGETBV).
    /// </summary>
    /// <param name="cpuinfo">Lines; read no further than the first processor's flags, which all processors share.</param>
    public static bool IsListedIn(IEnumerable<string> cpuinfo)
    {
        foreach (var line in cpuinfo)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || line[..colon].TrimEnd() != FlagsLine)
                continue;
            var listed = line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return Flags.All(listed.Contains);
        }
        return false;
    }
}
