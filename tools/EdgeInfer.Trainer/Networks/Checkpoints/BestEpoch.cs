namespace EdgeInfer.Trainer.Networks.Checkpoints;

/// <summary>The epoch with the smallest validation loss so far.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Loss">Over the validation groups.</param>
/// <param name="Weights">After it.</param>
internal sealed record BestEpoch(int Epoch, double Loss, WeightSnapshot Weights);
