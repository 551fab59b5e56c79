using Microsoft.ML;
using Microsoft.ML.Data;

namespace EdgeInfer.Trainer.MlNet;

/// <summary>Raw scores and probabilities as ML.NET itself predicts them.</summary>
internal sealed class MlNetPredictor(MLContext context, ITransformer model, int featureCount)
{
    private const string ScoreColumn = "Score";
    private const string ProbabilityColumn = "Probability";

    public float[] RawScores(IEnumerable<float[]> rows) => Column(rows, ScoreColumn);

    /// <summary>Calibrated probability of the class; only for binary fits.</summary>
    public float[] Probabilities(IEnumerable<float[]> rows) => Column(rows, ProbabilityColumn);

    private float[] Column(IEnumerable<float[]> rows, string column)
    {
        var view = context.Data.LoadFromEnumerable(rows.Select(r => new FeatureRow { Features = r }), FeatureRow.Schema(featureCount));
        return [.. model.Transform(view).GetColumn<float>(column)];
    }
}
