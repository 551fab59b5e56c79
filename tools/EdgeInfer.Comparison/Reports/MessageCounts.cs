namespace EdgeInfer.Comparison.Reports;

/// <summary>What the sequence numbers say of the QoS 1 messages between runtime and listener.</summary>
/// <param name="Published">Highest sequence number.</param>
/// <param name="Received">Distinct sequence numbers that arrived.</param>
/// <param name="Lost">Published and never received.</param>
/// <param name="Duplicates">Received more than once.</param>
public sealed record MessageCounts(long Published, long Received, long Lost, long Duplicates);
