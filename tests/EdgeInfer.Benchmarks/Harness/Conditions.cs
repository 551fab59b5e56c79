using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using EdgeInfer.Measurement.Machine;

namespace EdgeInfer.Benchmarks.Harness;

/// <summary>What the figures stand on, printed above them.</summary>
internal static class Conditions
{
    public static IEnumerable<string> Describe(InterleavedOptions options)
    {
        yield return $"machine: {MachineInfo.Read().Describe()}; {Instructions()}";
        yield return $"runtime: {RuntimeInformation.FrameworkDescription}; "
            + $"quick JIT {Setting("System.Runtime.TieredCompilation.QuickJit")}, "
            + $"PGO {Setting("System.Runtime.TieredPGO")}, concurrent GC {Setting("System.GC.Concurrent")}";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"rounds: {options.Rounds} of one block of about {options.Block.TotalMilliseconds} ms a contender, "
            + $"order from seed {options.Seed}; CPU time of the calling thread, medians");
        yield return "spread: the 10th to the 90th percentile of rounds, no interval; closed loop: no call waits for another";
    }

    private static string Instructions()
    {
        var names = new List<string>();
        if (Avx2.IsSupported)
            names.Add("AVX2");
        if (Avx512F.IsSupported)
            names.Add("AVX-512");
        if (Avx512Vbmi.IsSupported)
            names.Add("VBMI");
        names.Add(string.Create(CultureInfo.InvariantCulture, $"{8 * Vector<byte>.Count}-bit vectors"));
        return string.Join(", ", names);
    }

    // An environment variable may override what the project sets.
    private static string Setting(string name) =>
        AppContext.TryGetSwitch(name, out var value) ? value ? "on" : "off" : "default";
}
