namespace EdgeInfer.Trainer.Data;

/// <param name="Seconds">Wall clock, s.</param>
/// <param name="CpuSeconds">Of all threads, s.</param>
internal readonly record struct TrainingTime(double Seconds, double CpuSeconds);
