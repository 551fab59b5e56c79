namespace EdgeInfer.Trainer.Import.Proof;

/// <param name="Rows">Rows compared.</param>
/// <param name="Ties">Rows with another label, on all of which the original's own two best are within the tolerance.</param>
/// <param name="Difference">Largest absolute difference of a score.</param>
/// <param name="Tolerance">What was allowed; 0 where scores had to be equal bit for bit.</param>
internal sealed record ImportProofResult(long Rows, long Ties, double Difference, double Tolerance);
