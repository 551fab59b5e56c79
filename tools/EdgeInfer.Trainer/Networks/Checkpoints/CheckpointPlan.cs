namespace EdgeInfer.Trainer.Networks.Checkpoints;

/// <param name="Folder">Receives one file, which is replaced.</param>
/// <param name="EveryEpochs">Epochs between two writings.</param>
internal sealed record CheckpointPlan(string Folder, int EveryEpochs = 5);
