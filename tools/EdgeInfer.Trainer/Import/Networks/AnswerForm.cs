namespace EdgeInfer.Trainer.Import.Networks;

/// <summary>What a classifier's output is.</summary>
internal enum AnswerForm
{
    /// <summary>Not below 0, with a sum of 1.</summary>
    Probabilities,

    /// <summary>Of any size; softmax makes probabilities of them. Logarithms of probabilities are such.</summary>
    Logits,
}
