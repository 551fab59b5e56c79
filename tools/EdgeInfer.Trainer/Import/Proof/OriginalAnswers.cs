namespace EdgeInfer.Trainer.Import.Proof;

/// <param name="Scores">A row's scores, in the file's order of columns.</param>
/// <param name="Labels">Column of a row's predicted class; null where the file gives no label.</param>
internal sealed record OriginalAnswers(float[][] Scores, int[]? Labels);
