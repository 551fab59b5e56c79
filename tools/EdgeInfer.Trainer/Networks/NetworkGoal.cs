namespace EdgeInfer.Trainer.Networks;

/// <summary>What the last layer's values mean, and so the loss that they are trained by.</summary>
internal enum NetworkGoal
{
    /// <summary>Logits of classes: cross entropy.</summary>
    Classification,

    /// <summary>The input again: mean squared error.</summary>
    Reconstruction,
}
