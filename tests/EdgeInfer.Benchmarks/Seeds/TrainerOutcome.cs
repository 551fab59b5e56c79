namespace EdgeInfer.Benchmarks.Seeds;

/// <param name="Record">What it cost; null where it was refused.</param>
/// <param name="Refusal">The line that the trainer ended with; null where it came to its end.</param>
internal sealed record TrainerOutcome(RunRecord? Record, string? Refusal);
