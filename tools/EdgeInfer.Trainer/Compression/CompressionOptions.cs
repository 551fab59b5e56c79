namespace EdgeInfer.Trainer.Compression;

/// <param name="Margin">Loss of accuracy that passes, 0 to 1.</param>
/// <param name="Teacher">Bundle that pruned and distilled networks learn from; the compressed bundle itself where null.</param>
/// <param name="Seed">Seed of training, and of the order in which models are timed.</param>
internal sealed record CompressionOptions(double Margin, string? Teacher, int Seed);
