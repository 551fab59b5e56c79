namespace EdgeInfer.Evaluation.Classification;

/// <summary>The figures of one class over all windows together.</summary>
/// <param name="Label">Name of the class.</param>
/// <param name="Windows">Windows whose truth it is.</param>
/// <param name="Predicted">Windows that were given this label.</param>
/// <param name="Precision">Share of the predicted ones that are right; 0 where none was predicted.</param>
/// <param name="Recall">Share of the true ones that were found; 0 where there is none.</param>
/// <param name="F1">Harmonic mean of the two; 0 where both are 0.</param>
/// <param name="RocAuc">One versus rest; null where all or none of the windows are of this class.</param>
public sealed record ClassFigures(
    string Label, long Windows, long Predicted, double Precision, double Recall, double F1, double? RocAuc);
