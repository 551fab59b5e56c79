namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>What a process took from its start to its end.</summary>
/// <param name="CpuSeconds">CPU time of all its threads.</param>
/// <param name="WallSeconds">Elapsed time, which other work on the machine lengthens.</param>
/// <param name="PeakMebibytes">Largest resident memory, files that it maps included.</param>
internal sealed record ProcessCost(double CpuSeconds, double WallSeconds, double PeakMebibytes);
