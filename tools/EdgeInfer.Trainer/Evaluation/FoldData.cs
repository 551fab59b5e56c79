using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Trainer.Networks.Checkpoints;

namespace EdgeInfer.Trainer.Evaluation;

/// <summary>What a family is validated on, and how it is trained for it.</summary>
/// <param name="Set">Where the windows come from.</param>
/// <param name="Overlapping">To train on.</param>
/// <param name="Disjoint">To be asked about.</param>
/// <param name="Seed">Of every random choice.</param>
/// <param name="Quick">Whether models are smaller, or trained in less time.</param>
/// <param name="Checkpoints">Null writes none.</param>
internal sealed record FoldData(
    RecordingSet Set, WindowSet Overlapping, WindowSet Disjoint, int Seed, bool Quick, CheckpointPlan? Checkpoints = null);
