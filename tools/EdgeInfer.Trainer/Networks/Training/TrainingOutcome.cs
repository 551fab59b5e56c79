using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Networks.Training;

/// <param name="Epochs">Epochs that were run, those before a resumption included.</param>
/// <param name="KeptEpoch">The epoch whose weights were kept.</param>
/// <param name="Before">Time that the epochs before a resumption took; nothing without one.</param>
internal sealed record TrainingOutcome(int Epochs, int KeptEpoch, TrainingTime Before);
