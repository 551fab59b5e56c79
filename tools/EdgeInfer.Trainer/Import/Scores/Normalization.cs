namespace EdgeInfer.Trainer.Import.Scores;

/// <summary>What was done to a row of scores as a whole.</summary>
internal enum Normalization
{
    None,

    /// <summary>Divided by the sum of absolute values.</summary>
    Sum,

    Softmax,
}
