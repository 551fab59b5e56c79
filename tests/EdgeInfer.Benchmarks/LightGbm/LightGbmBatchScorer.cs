using EdgeInfer.Benchmarks.Trees;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.LightGbm;

/// <summary>LightGBM's raw scores of many rows by one call, one thread.</summary>
internal sealed class LightGbmBatchScorer(TreeEnsemble ensemble, int rows) : ITreeScorer
{
    private readonly LightGbmModel _model = new(ensemble, PredictType.RawScore);
    private readonly double[] _sums = new double[rows * ensemble.OutputCount];

    public string Name => "lightgbm";

    public int Rows => rows;

    public void Score(float[] rows, float[] raw)
    {
        _model.PredictBatch(rows, Rows, _sums);
        for (var i = 0; i < raw.Length; i++)
            raw[i] = (float)_sums[i];
    }

    public void Dispose() => _model.Dispose();
}
