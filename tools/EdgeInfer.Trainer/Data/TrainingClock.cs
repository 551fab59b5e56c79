using System.Diagnostics;

namespace EdgeInfer.Trainer.Data;

/// <summary>Wall-clock and CPU time since it was made; features included, reading files not.</summary>
internal sealed class TrainingClock
{
    private readonly Stopwatch _wall = Stopwatch.StartNew();
    private readonly TimeSpan _cpuAtStart = Environment.CpuUsage.TotalTime;

    public double Seconds => _wall.Elapsed.TotalSeconds;

    public double CpuSeconds => (Environment.CpuUsage.TotalTime - _cpuAtStart).TotalSeconds;
}
