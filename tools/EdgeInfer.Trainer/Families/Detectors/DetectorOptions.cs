using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Checkpoints;

namespace EdgeInfer.Trainer.Families.Detectors;

/// <param name="Scale">Of a network.</param>
/// <param name="Seed">Of every random choice.</param>
/// <param name="Quick">The small budget, of a network.</param>
/// <param name="Checkpoints">Of a network; null writes none.</param>
internal sealed record DetectorOptions(ArchitectureScale Scale, int Seed, bool Quick, CheckpointPlan? Checkpoints);
