namespace EdgeInfer.Trainer.MlNet;

/// <summary>A fit for each output.</summary>
internal sealed class SeparateFits(IReadOnlyList<MlNetPredictor> outputs) : IMlNetModel
{
    public float[][] RawScores(IReadOnlyList<float[]> rows) => [.. outputs.Select(output => output.RawScores(rows))];

    public float[][] Probabilities(IReadOnlyList<float[]> rows) => [.. outputs.Select(output => output.Probabilities(rows))];
}
