namespace EdgeInfer.Trainer.Networks.Training;

/// <param name="Epochs">Epochs that were run, those before a resumption included.</param>
/// <param name="KeptEpoch">The epoch whose weights were kept.</param>
internal sealed record TrainingOutcome(int Epochs, int KeptEpoch);
