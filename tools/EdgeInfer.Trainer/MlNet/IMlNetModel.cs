namespace EdgeInfer.Trainer.MlNet;

/// <summary>What ML.NET itself predicts, which the proof of parity asks: an array an output.</summary>
internal interface IMlNetModel
{
    float[][] RawScores(IReadOnlyList<float[]> rows);

    /// <summary>Probability of each output's class, as ML.NET gives it; only for models of classes with a link of their own.</summary>
    float[][] Probabilities(IReadOnlyList<float[]> rows);
}
