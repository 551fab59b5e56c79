using EdgeInfer.Trainer.Ensembles;


namespace EdgeInfer.Benchmarks.Trees;

/// <summary>
/// The rows on which scores must be equal: the case's own, and 16,000 on which features are NaN, infinite, negative zero,
/// denormal, on a threshold of the ensemble or one unit in the last place beside it.
/// </summary>
internal sealed class ScoredRows
{
    private const int EdgeRowCount = 16_000;

    private readonly float[][] _rows;
    private readonly int _outputs;

    public ScoredRows(TreeCase measured, int seed)
    {
        _rows = [.. measured.Rows, .. EdgeRows.Of(measured.Ensemble, measured.Rows, EdgeRowCount, seed)];
        _outputs = measured.Ensemble.OutputCount;
    }

    public int Count => _rows.Length;

    /// <summary>All raw scores, row after row.</summary>
    public float[] By(ITreeScorer scorer)
    {
        var scores = new List<float>(Count * _outputs);
        var raw = new float[scorer.Rows * _outputs];
        foreach (var rows in _rows.Chunk(scorer.Rows))
        {
            scorer.Score([.. rows.SelectMany(row => row)], raw);
            scores.AddRange(raw);
        }

        return [.. scores];
    }
}
