using System.Diagnostics;

namespace EdgeInfer.Trainer.Data;

/// <summary>
/// Wall-clock and CPU time since it was made, and before in a training that is resumed; features included, reading files not.
/// </summary>
internal sealed class TrainingClock
{
    private readonly Stopwatch _wall = Stopwatch.StartNew();
    private readonly TimeSpan _cpuAtStart = Environment.CpuUsage.TotalTime;

    private TrainingTime _before;

    public TrainingTime Time => new(
        _before.Seconds + _wall.Elapsed.TotalSeconds,
        _before.CpuSeconds + (Environment.CpuUsage.TotalTime - _cpuAtStart).TotalSeconds);

    /// <summary>Counts what an interrupted part of the same training took.</summary>
    public void Include(TrainingTime before) =>
        _before = new(_before.Seconds + before.Seconds, _before.CpuSeconds + before.CpuSeconds);
}
