using EdgeInfer.Benchmarks.Trees;
using Microsoft.ML;

namespace EdgeInfer.Benchmarks.MlNet;

/// <summary>
/// ML.NET's prediction engines, one an output. A model of several classes is asked class by class on the calling thread:
/// ML.NET's own OneVersusAll starts a parallel loop for every row, and trains its first class twice.
/// </summary>
internal sealed class MlNetScorer : ITreeScorer
{
    private readonly MlNetRow _row = new();
    private readonly PredictionEngine<MlNetRow, MlNetScore>[] _engines;
    private MlNetScore _score = new();

    /// <param name="files">A saved model an output.</param>
    /// <param name="featureCount">Length of a row.</param>
    public MlNetScorer(IReadOnlyList<FileInfo> files, int featureCount)
    {
        var context = new MLContext(0);
        _engines =
        [
            .. files.Select(file => context.Model.CreatePredictionEngine<MlNetRow, MlNetScore>(
                context.Model.Load(file.FullName, out _), inputSchemaDefinition: MlNetRow.Schema(featureCount))),
        ];
    }

    public string Name => "mlnet";

    public int Rows => 1;

    public void Score(float[] rows, float[] raw)
    {
        _row.Features = rows;
        for (var output = 0; output < _engines.Length; output++)
        {
            _engines[output].Predict(_row, ref _score);
            raw[output] = _score.Score;
        }
    }

    public void Dispose()
    {
        foreach (var engine in _engines)
            engine.Dispose();
    }
}
