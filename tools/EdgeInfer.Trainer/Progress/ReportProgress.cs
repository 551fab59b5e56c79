namespace EdgeInfer.Trainer.Progress;

/// <summary>Tells how far a piece of work is.</summary>
/// <param name="done">Steps done; a fraction within a step.</param>
/// <param name="detail">For example the loss.</param>
/// <param name="found">True where an interrupted run had done them, or this one for another part of it: they took no time now.</param>
internal delegate void ReportProgress(double done, string detail, bool found = false);
