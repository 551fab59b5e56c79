namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>A row of the study.</summary>
/// <param name="Model">fp32, int8, a chain of steps, or trees.</param>
/// <param name="Figures">What it is worth; null where every seed was refused.</param>
/// <param name="Cost">What making it cost; null where it was made with the row above, or refused.</param>
/// <param name="Refusals">A line a seed that gave none.</param>
internal sealed record SeedRecord(string Model, SeedFigures? Figures, CostFigures? Cost, IReadOnlyList<string> Refusals);
