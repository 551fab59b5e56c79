namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>What a publishing process used.</summary>
/// <param name="CpuUs">User and system time a message, of all threads.</param>
/// <param name="Seconds">From the first message to the broker's last answer.</param>
internal sealed record PublisherRun(double CpuUs, double Seconds);
