using EdgeInfer.Trainer.MlNet;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace EdgeInfer.Trainer.Families.LightGbm;

/// <summary>
/// One fit of all classes. ML.NET's model shows probabilities only; the raw scores are those of the models of classes inside it.
/// </summary>
internal sealed class SoftmaxFit(MLContext context, ITransformer model, IReadOnlyList<LightGbmBinaryModelParameters> outputs) : IMlNetModel
{
    private const string ScoreColumn = "Score";

    public float[][] RawScores(
        IReadOnlyList<float[]> rows) => [.. outputs.Select(output => rows.Select(row => RawScore(output, row)).ToArray())];

    public float[][] Probabilities(IReadOnlyList<float[]> rows)
    {
        var view = context.Data.LoadFromEnumerable(
            rows.Select(row => new FeatureRow { Features = row }), FeatureRow.Schema(rows[0].Length, outputs.Count));
        float[][] shares = [.. model.Transform(view).GetColumn<float[]>(ScoreColumn)];
        return [.. Enumerable.Range(0, outputs.Count).Select(output => shares.Select(row => row[output]).ToArray())];
    }

    private static float RawScore(LightGbmBinaryModelParameters output, float[] row)
    {
        var score = 0f;
        MlNetInternals.Score(output, new VBuffer<float>(row.Length, row), ref score);
        return score;
    }
}
