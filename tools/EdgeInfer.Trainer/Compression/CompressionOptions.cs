using EdgeInfer.Trainer.Networks.Checkpoints;

namespace EdgeInfer.Trainer.Compression;

/// <param name="Margin">Loss of accuracy that passes, 0 to 1.</param>
/// <param name="Teacher">Bundle that pruned and distilled networks learn from; the compressed bundle itself where null.</param>
/// <param name="Seed">Seed of training, and of the order in which models are timed.</param>
/// <param name="Checkpoints">Of the trainings; null writes none.</param>
internal sealed record CompressionOptions(double Margin, string? Teacher, int Seed, CheckpointFolder? Checkpoints);
