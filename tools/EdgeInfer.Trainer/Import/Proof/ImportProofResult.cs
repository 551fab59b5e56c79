namespace EdgeInfer.Trainer.Import.Proof;

/// <param name="Rows">Rows compared.</param>
/// <param name="Ties">Rows with another label, on all of which the original's own two best are within the tolerance.</param>
/// <param name="Contradictions">Rows on which the original's label is not that of its own best score, and that is no tie.</param>
/// <param name="Difference">Largest absolute difference of a score.</param>
/// <param name="Tolerance">What was allowed; 0 where scores had to be equal bit for bit.</param>
internal sealed record ImportProofResult(long Rows, long Ties, long Contradictions, double Difference, double Tolerance);
