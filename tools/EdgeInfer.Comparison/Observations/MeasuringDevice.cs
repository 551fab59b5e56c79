using System.Runtime;
using EdgeInfer.Measurement.Machine;
using EdgeInfer.Telemetry.Messages.Info;

namespace EdgeInfer.Comparison.Observations;

/// <summary>What answered the windows.</summary>
/// <param name="Machine">Its machine.</param>
/// <param name="Host">jit or aot: how its program was compiled.</param>
/// <param name="Version">Version of its program.</param>
public sealed record MeasuringDevice(MachineInfo Machine, string Host, string Version)
{
    public static MeasuringDevice Of(InfoMessage info) => new(
        new MachineInfo(info.Processor, info.Board, info.Architecture, info.Cores, info.Os, info.MemoryBytes), info.Host, info.Version);

    /// <summary>This process on this machine.</summary>
    public static MeasuringDevice Read() => new(
        MachineInfo.Read(),
        // As in the runtime: whether any method has been compiled so far tells the two apart.
        JitInfo.GetCompiledMethodCount() > 0 ? "jit" : "aot",
        typeof(MeasuringDevice).Assembly.GetName().Version!.ToString(3));
}
