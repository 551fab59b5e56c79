using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Networks.Checkpoints;

/// <summary>All that a training needs to go on.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Spent">On them.</param>
/// <param name="Weights">After them.</param>
/// <param name="Optimizer">State of the optimiser, as it writes itself.</param>
/// <param name="Best">Best epoch; null where no groups are held out.</param>
internal sealed record Checkpoint(int Epoch, TrainingTime Spent, WeightSnapshot Weights, byte[] Optimizer, BestEpoch? Best);
