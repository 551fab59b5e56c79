namespace EdgeInfer.Trainer.Networks;

/// <summary>How long and how fast a network learns; tuned inside training groups (docs/decisions).</summary>
internal sealed record NetworkTrainingOptions(int Epochs, int BatchSize, double LearningRate, double WeightDecay)
{
    public static NetworkTrainingOptions Full { get; } = new(Epochs: 50, BatchSize: 64, LearningRate: 3e-3, WeightDecay: 1e-2);

    public static NetworkTrainingOptions Quick { get; } = Full with { Epochs = 8 };
}
