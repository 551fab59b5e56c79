using EdgeInfer.Benchmarks.Trees;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.LightGbm;

/// <summary>LightGBM's raw scores of one row.</summary>
internal sealed class LightGbmScorer(TreeEnsemble ensemble) : ITreeScorer
{
    private readonly LightGbmModel _model = new(ensemble, PredictType.RawScore);
    private readonly double[] _sums = new double[ensemble.OutputCount];

    public string Name => "lightgbm";

    public int Rows => 1;

    public void Score(float[] rows, float[] raw)
    {
        _model.Predict(rows, _sums);
        for (var i = 0; i < raw.Length; i++)
            raw[i] = (float)_sums[i];
    }

    public void Dispose() => _model.Dispose();
}
