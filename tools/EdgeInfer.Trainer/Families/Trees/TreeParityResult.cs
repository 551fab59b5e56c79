namespace EdgeInfer.Trainer.Families.Trees;

/// <param name="Rows">Windows and edge rows compared.</param>
/// <param name="LabelMismatches">Rows on which a label differs from ML.NET's.</param>
/// <param name="RawScoreDifference">Largest difference of a raw score from ML.NET's, in the compact file or ONNX.</param>
/// <param name="ProbabilityDifference">
/// Largest difference of a probability between the compact file and ONNX, and from ML.NET's softmax.
/// </param>
internal sealed record TreeParityResult(long Rows, long LabelMismatches, double RawScoreDifference, double ProbabilityDifference);
