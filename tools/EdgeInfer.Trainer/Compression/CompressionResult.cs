using EdgeInfer.Trainer.Quantization;

namespace EdgeInfer.Trainer.Compression;

/// <param name="Name">What was compressed.</param>
/// <param name="Tried">The original first.</param>
/// <param name="Layers">Tensors of the exported network against the original, the worst first.</param>
/// <param name="Margin">Loss of accuracy that passes; null where a file alone is compressed.</param>
/// <param name="Simulated">True where no real sensor was involved; false where a file alone is compressed, of which nothing is known.</param>
/// <param name="Quick">True where a training behind the networks had the small budgets of <c>--quick</c>; false where a file alone is compressed.</param>
/// <param name="Leaky">True where the split is declared leaky: accuracies are optimistic.</param>
/// <param name="Refusal">Why nothing was exported; null where it was, or nothing was to be.</param>
internal sealed record CompressionResult(
    string Name,
    IReadOnlyList<TriedNetwork> Tried,
    IReadOnlyList<TensorError> Layers,
    double? Margin,
    bool Simulated,
    bool Quick,
    bool Leaky,
    string? Refusal);
