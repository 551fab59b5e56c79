using Microsoft.ML;

namespace EdgeInfer.Trainer.MlNet;

/// <summary>Rows for ML.NET's trainers, and their fits.</summary>
internal sealed class MlNetFits(int seed)
{
    /// <summary>One thread was fastest on a loaded machine, and the trees are the same for any number.</summary>
    public const int Threads = 1;

    public MLContext Context { get; } = new(seed);

    public TTransformer Fit<TTransformer>(float[][] rows, Func<int, FeatureRow> row, IEstimator<TTransformer> trainer, int classes = 1)
        where TTransformer : class, ITransformer =>
        trainer.Fit(
            Context.Data.LoadFromEnumerable(Enumerable.Range(0, rows.Length).Select(row), FeatureRow.Schema(rows[0].Length, classes)));

    public MlNetPredictor Predictor(ITransformer model, float[][] rows) => new(Context, model, rows[0].Length);
}
