using EdgeInfer.Evaluation.Verdicts;
namespace EdgeInfer.Comparison.Reports;

/// <summary>What the report says of one claim.</summary>
/// <param name="Id">In the table of claims, such as C4.</param>
/// <param name="Outcome">How it ends.</param>
/// <param name="Figure">Figure of this report that it stands on, or would stand on.</param>
/// <param name="Effect">Null where it was not measured.</param>
/// <param name="Missing">What would have to be measured; null where it was.</param>
public sealed record ClaimSection(string Id, VerdictOutcome Outcome, string Figure, ClaimEffect? Effect, string? Missing);
