namespace EdgeInfer.Trainer.Compression;

/// <param name="Margin">Loss of accuracy that passes, 0 to 1.</param>
/// <param name="Seed">Seed of the order in which models are timed.</param>
internal sealed record CompressionOptions(double Margin, int Seed);
