namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>A trained detector: what the device runs, and what it must agree with.</summary>
/// <param name="Onnx">From features [1, features] to one score, 0 or more: a mean square over standardised features.</param>
/// <param name="Scores">The same scores as the library that trained it computes them.</param>
/// <param name="Source">Name of that library's model.</param>
internal sealed record AnomalyDetector(byte[] Onnx, Func<IReadOnlyList<float[]>, float[]> Scores, string Source);
